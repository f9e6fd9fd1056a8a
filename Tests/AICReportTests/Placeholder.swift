import Testing

@testable import AICReport
