package netarium.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import netarium.engine.analysis.filter.FrameFilter;
import netarium.engine.link.LinkRule;
import netarium.engine.sim.SimDuration;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent;
import netarium.topologies.link.Link;
import netarium.topologies.unit.TimeSpan;

/// Compiles the filters of a link's rules, so that the link need not know their language.
///
/// A filter that cannot be read is an error of whoever wrote the project: the run says so at its
/// start and goes on without that rule.
final class RulesOfLink {
  private static final int OUTSIDE = -1;

  private final EventRecorder recorder;

  RulesOfLink(EventRecorder recorder) {
    this.recorder = recorder;
  }

  List<LinkRule> of(Link link) {
    List<LinkRule> rules = new ArrayList<>();
    for (netarium.topologies.link.LinkRule rule : link.rules()) {
      switch (FrameFilter.compile(rule.match())) {
        case FrameFilter.Compiled compiled -> rules.add(rule(rule, compiled.filter()));
        case FrameFilter.Unreadable bad ->
            recorder.record(
                new SimEvent.Notice(
                    recorder.stamp(OUTSIDE),
                    0,
                    "link "
                        + link.id()
                        + ": rule \""
                        + rule.match()
                        + "\" is left out: "
                        + bad.message()));
      }
    }
    return rules;
  }

  private static LinkRule rule(netarium.topologies.link.LinkRule rule, FrameFilter filter) {
    Long nth = rule.nth();
    TimeSpan by = rule.by();
    return new LinkRule(
        filter::matches,
        rule.match(),
        nth == null ? OptionalLong.empty() : OptionalLong.of(nth),
        switch (rule.action()) {
          case DROP -> LinkRule.Action.DROP;
          case DELAY -> LinkRule.Action.DELAY;
          case DUPLICATE -> LinkRule.Action.DUPLICATE;
          case CORRUPT -> LinkRule.Action.CORRUPT;
        },
        by == null ? SimDuration.ZERO : FromTopology.duration(by));
  }
}
