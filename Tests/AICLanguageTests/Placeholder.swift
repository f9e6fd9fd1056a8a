import Testing

@testable import AICLanguage
