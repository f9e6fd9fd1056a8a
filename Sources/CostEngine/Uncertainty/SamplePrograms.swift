/// The code for samples of a graph, kept for the next run over it.
struct SamplePrograms {
  private var programs: [[NodeID]: SampleProgram] = [:]

  mutating func program(_ graph: CostGraph, _ roots: [NodeID]) -> SampleProgram {
    if let program = programs[roots] { return program }
    let program = SampleProgram(graph, roots)
    programs[roots] = program
    return program
  }
}
