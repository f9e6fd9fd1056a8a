import Testing

@testable import CostEngine
