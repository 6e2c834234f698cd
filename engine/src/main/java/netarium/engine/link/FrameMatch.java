package netarium.engine.link;

import netarium.engine.wire.EthernetFrame;

/// What a [LinkRule] asks about a frame. The link does not know the language in which people say
/// it.
@FunctionalInterface
public interface FrameMatch {
  boolean matches(EthernetFrame frame);
}
