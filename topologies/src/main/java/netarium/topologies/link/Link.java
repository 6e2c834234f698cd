package netarium.topologies.link;

import java.util.List;
import netarium.topologies.json.Extras;

/// A cable between two interfaces.
public record Link(
    String id, LinkEnd a, LinkEnd b, LinkSettings settings, List<LinkRule> rules, Extras extras) {
  public Link {
    rules = List.copyOf(rules);
  }

  public Link with(LinkSettings changed) {
    return new Link(id, a, b, changed, rules, extras);
  }
}
