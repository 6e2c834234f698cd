package netarium.topologies.write;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.topologies.json.JsonValue;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkEnd;
import netarium.topologies.link.LinkRule;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.unit.Directional;

/// Writes one entry of `links`.
final class LinkText {
  private LinkText() {}

  static JsonValue of(Link link) {
    LinkSettings s = link.settings();
    LinkSettings otherwise = LinkSettings.DEFAULT;
    ObjectText out =
        new ObjectText().text("id", link.id()).put("a", end(link.a())).put("b", end(link.b()));
    setting(out, "rate", s.rate(), otherwise.rate());
    setting(out, "delay", s.delay(), otherwise.delay());
    setting(out, "jitter", s.jitter(), otherwise.jitter());
    setting(out, "loss", s.loss(), otherwise.loss());
    setting(out, "duplicate", s.duplicate(), otherwise.duplicate());
    setting(out, "reorder", s.reorder(), otherwise.reorder());
    setting(out, "corrupt", s.corrupt(), otherwise.corrupt());
    setting(out, "queue", s.queue(), otherwise.queue());
    setting(out, "mark", s.mark(), otherwise.mark());
    setting(out, "mtu", s.mtu(), otherwise.mtu());
    setting(out, "up", s.up(), otherwise.up());
    return out.list("rules", link.rules(), LinkText::rule).with(link.extras());
  }

  private static JsonValue end(LinkEnd end) {
    return new ObjectText()
        .text("node", end.node())
        .text("interface", end.interfaceName())
        .with(end.extras());
  }

  private static void setting(
      ObjectText out, String key, Directional<?> value, Directional<?> otherwise) {
    if (!value.equals(otherwise)) {
      out.put(key, directional(value));
    }
  }

  /// One value, or one for each direction where they differ.
  static JsonValue directional(Directional<?> value) {
    if (value.isSame()) {
      return plain(value.ab());
    }
    Map<String, JsonValue> pair = new LinkedHashMap<>();
    pair.put("ab", plain(value.ab()));
    pair.put("ba", plain(value.ba()));
    return new JsonValue.Members(pair);
  }

  private static JsonValue plain(Object value) {
    return switch (value) {
      case Integer number -> JsonValue.of(number.longValue());
      case Boolean flag -> JsonValue.of(flag.booleanValue());
      default -> JsonValue.of(value.toString());
    };
  }

  private static JsonValue rule(LinkRule rule) {
    return new ObjectText()
        .text("match", rule.match())
        .whole("nth", rule.nth())
        .text("do", rule.action().key())
        .text("by", rule.by())
        .with(rule.extras());
  }
}
