public struct Catalogue: Sendable { public init() {} }
