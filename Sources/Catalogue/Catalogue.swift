// Room of Catalogue.
