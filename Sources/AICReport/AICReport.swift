// Room of AICReport.
