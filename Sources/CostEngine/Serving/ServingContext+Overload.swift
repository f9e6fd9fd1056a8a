import Quantities

/// What becomes of a rate that the replicas cannot serve: what comes beyond it waits without end.
extension ServingContext {
  /// The rate that is served of the one that comes; replicas that are not given always serve all of it.
  func served(_ demand: Term, most: Term) -> Term {
    guard fields["replicas"] ?? fields["autoscale.max"] != nil,
      builder.value(of: demand <= most) != 1
    else { return demand }
    return demand.minimum(most).named("rate served", "the smaller of \(demand) and \(most)")
  }

  /// The replicas keep up with a share of their largest rate; so do those that cannot be, of which other errors tell.
  func isStable(at use: Term, of full: Term, on replicas: Term) -> Term {
    let canBe = (full > 0 * full).and(replicas >= builder.constant(1))
    return (use < builder.constant(1)).or(canBe.not)
  }

  /// A time that rests on the queue: without end where that is not stable, and nil where that is known before the run.
  func bounded(_ time: Term, _ isStable: Term?) -> Term? {
    guard let isStable else { return time }
    guard let known = builder.value(of: isStable) else {
      return isStable.choose(time, else: builder.constant(.infinity, .time))
    }
    return known != 0 ? time : nil
  }

  /// Says why times are unknown where the queue grows.
  func explainOverload(_ isStable: Term?, _ deployment: inout Deployment) {
    guard let isStable, builder.value(of: isStable) == 0 else { return }
    deployment.gaps.append(
      Gap(
        figures: ["ttft", "latency"],
        help: "the queue grows without end: allow more replicas, or leave their number out"))
    deployment.notes.append(
      "times to wait are left out: more requests come than the replicas can serve, so that the queue "
        + "grows without end; costs and energy are those of the requests served")
  }
}
