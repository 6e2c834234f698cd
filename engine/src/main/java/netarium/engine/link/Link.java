package netarium.engine.link;

import java.util.List;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.EventRecorder;

/// A cable between two ports, with a [LinkModel] for each direction.
///
/// Both directions are independent (full duplex). Random draws come from a stream per link,
/// direction and purpose, and only while that impairment is on.
public final class Link {
  private final String id;
  private final LinkDirection ab;
  private final LinkDirection ba;

  public Link(
      String id,
      Port a,
      Port b,
      LinkModel abModel,
      LinkModel baModel,
      Simulator simulator,
      EventRecorder recorder,
      RandomStreams streams) {
    this.id = id;
    this.ab = new LinkDirection(id, "/ab", a, b, abModel, simulator, recorder, streams);
    this.ba = new LinkDirection(id, "/ba", b, a, baModel, simulator, recorder, streams);
    a.plugIn(ab);
    b.plugIn(ba);
  }

  /// What leads from a port back to itself: the wire of a loopback interface. No rate, no trouble,
  /// so nothing is ever drawn from a random stream.
  public static void loop(
      Port port, SimDuration delay, int mtuOctets, Simulator simulator, EventRecorder recorder) {
    LinkModel model =
        new LinkModel(LinkModel.UNLIMITED, delay, SimDuration.ZERO, 0, 0, 0, mtuOctets, true);
    String name = port.id().interfaceName();
    port.plugIn(
        new LinkDirection(name, "", port, port, model, simulator, recorder, new RandomStreams(0)));
  }

  /// Has rules judge each frame from now on; they count from 1.
  public void rules(List<LinkRule> rules) {
    LinkRules shared = new LinkRules(rules);
    ab.rules(shared);
    ba.rules(shared);
  }

  public String id() {
    return id;
  }

  /// How frames from the first port to the second are treated.
  public LinkModel ab() {
    return ab.model();
  }

  public LinkModel ba() {
    return ba.model();
  }

  /// Changes both directions from now on. What has been handed over keeps its instants; where a
  /// direction goes down it is dropped instead, when it should have arrived, even if the link is
  /// whole again by then.
  public void change(LinkModel abModel, LinkModel baModel) {
    ab.change(abModel);
    ba.change(baModel);
  }

  public void cut() {
    change(ab.model().withUp(false), ba.model().withUp(false));
  }

  public void heal() {
    change(ab.model().withUp(true), ba.model().withUp(true));
  }
}
