/// The code that turns draws into the samples of some nodes.
struct SampleProgram: Sendable {
  let roots: [NodeID]
  let code: ColumnProgram
  /// Which source of uncertainty each input of the code is drawn for.
  let identities: [UInt64]

  /// - Parameter roots: nodes themselves, not names of others.
  init(_ graph: CostGraph, _ roots: [NodeID]) {
    self.roots = roots
    let own = graph.nodes(under: roots) { graph[$0].rank.isSampled }.filter {
      if case .draw = graph[$0].operation { false } else { graph[$0].rank.isSampled }
    }
    let code = ColumnProgram(graph, nodes: own, results: roots) { !graph[$0].rank.isSampled }
    identities = code.inputs.map { input in
      if case .draw(let identity) = graph[input].operation { identity } else { 0 }
    }
    self.code = code
  }

  /// The draws of one repetition, for each input of the code.
  ///
  /// - Parameter redrawn: sources of uncertainty that take the draws of a repetition which nobody else uses.
  func draws(_ sampling: Sampling, replicate: Int, redrawing redrawn: Set<UInt64>)
    -> [any DrawSequence]
  {
    identities.map {
      sampling.sequence(
        $0, replicate: replicate + (redrawn.contains($0) ? Sampling.replicates : 0))
    }
  }
}
