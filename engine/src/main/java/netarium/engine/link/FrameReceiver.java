package netarium.engine.link;

import netarium.engine.wire.EthernetFrame;

/// What a port asks of its owner: to take what has arrived.
///
/// The owner records what becomes of the frame: delivered, or dropped and why.
@FunctionalInterface
public interface FrameReceiver {
  void receive(EthernetFrame frame, Port arrivedOn);
}
