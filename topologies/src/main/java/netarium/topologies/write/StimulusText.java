package netarium.topologies.write;

import netarium.topologies.json.JsonValue;
import netarium.topologies.stimulus.Stimulus;

/// Writes one entry of `stimuli`.
final class StimulusText {
  private StimulusText() {}

  static JsonValue of(Stimulus stimulus) {
    ObjectText out = new ObjectText().text("at", stimulus.at()).text("do", stimulus.action());
    switch (stimulus) {
      case Stimulus.Cut s -> out.text("link", s.link());
      case Stimulus.Heal s -> out.text("link", s.link());
      case Stimulus.Crash s -> out.text("node", s.node()).text("for", s.lasting());
      case Stimulus.Restart s -> out.text("node", s.node()).text("for", s.lasting());
      case Stimulus.Pause s -> out.text("node", s.node()).text("for", s.lasting());
      case Stimulus.Partition s ->
          out.put(
              "groups",
              ObjectText.items(s.groups(), group -> ObjectText.items(group, JsonValue::of)));
      case Stimulus.SetLink s ->
          out.text("link", s.link())
              .text("key", s.setting().key())
              .put("value", LinkText.directional(s.setting().value()));
      case Stimulus.SetNode s ->
          out.text("node", s.node()).text("key", s.key()).put("value", s.value());
      case Stimulus.Start s -> {
        out.text("node", s.node()).text("program", s.program());
        if (!s.args().isEmpty()) {
          out.put("args", ObjectText.items(s.args(), JsonValue::of));
        }
      }
      case Stimulus.WebSocket s -> HandText.write(out, s);
      case Stimulus.Type s ->
          out.text("node", s.node()).text("program", s.program()).text("text", s.text());
      case Stimulus.Key s ->
          out.text("node", s.node())
              .text("key", s.key())
              .put("down", JsonValue.of(s.down()))
              .text("text", s.text(), "");
      case Stimulus.Mouse s -> {
        out.text("node", s.node()).number("x", s.x()).number("y", s.y());
        if (s.button() != 0) {
          out.whole("button", s.button()).put("down", JsonValue.of(s.down()));
        }
      }
    }
    return out.with(stimulus.extras());
  }
}
