package netarium.engine.icmp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import netarium.engine.ip.Forwarding;
import netarium.engine.ip.IcmpErrors;
import netarium.engine.ip.NetworkInterface;
import netarium.engine.ip.SendOptions;
import netarium.engine.ip.SendResult;
import netarium.engine.ip.TransportProtocol;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.sim.Timer;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent.TimerExpired;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Codec;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;
import netarium.engine.wire.QuotedDatagram;

/// ICMP of one node: answers echo requests, sends echo requests for programs, sends errors
/// ([ErrorSender]) and hands those that arrive to the layer whose datagram they quote.
public final class IcmpLayer implements TransportProtocol {
  private static final int TOTAL_LENGTH_AT = 2;
  private static final int IDENTIFIER_AT = 4;
  private static final int MTU_MASK = 0xffff;

  private final Forwarding forwarding;
  private final Simulator simulator;
  private final EventRecorder recorder;

  /// By identifier and sequence number, as they stand in the message's second word.
  private final LinkedHashMap<Integer, Pending> pending = new LinkedHashMap<>();

  private int lastIdentifier;

  public IcmpLayer(Forwarding forwarding, Simulator simulator, EventRecorder recorder) {
    this.forwarding = forwarding;
    this.simulator = simulator;
    this.recorder = recorder;
    forwarding.register(this);
    forwarding.icmpErrors(new ErrorSender(forwarding, simulator));
  }

  private record Pending(
      EchoRequest request, SimTime sentAt, Timer timer, Consumer<EchoOutcome> listener) {}

  @Override
  public IpProtocol number() {
    return IpProtocol.ICMP;
  }

  /// An identifier for a program that is about to send echo requests.
  public int chooseIdentifier() {
    lastIdentifier = (lastIdentifier + 1) & 0xffff;
    return lastIdentifier;
  }

  /// Sends an echo request. Unless IP refuses it at once, the listener is told exactly one outcome,
  /// at the latest after the request's time-out; a request with the same identifier and sequence
  /// number that is still out ends as timed out.
  public SendResult echo(EchoRequest request, Consumer<EchoOutcome> listener) {
    IcmpMessage message =
        IcmpMessage.echo(
            IcmpMessage.ECHO_REQUEST, request.identifier(), request.sequence(), request.payload());
    int key = message.rest();
    Pending before = pending.remove(key);
    if (before != null) {
      before.timer.cancel();
      before.listener.accept(new EchoOutcome.TimedOut());
    }
    Timer timer = simulator.timer(() -> timeOut(key));
    pending.put(key, new Pending(request, simulator.now(), timer, listener));
    SendResult result =
        forwarding.send(
            Ipv4Address.ANY, request.destination(), IpProtocol.ICMP, message, request.options());
    if (result.isSent()) {
      timer.armAfter(request.timeOut());
    } else {
      pending.remove(key);
    }
    return result;
  }

  /// Forgets all requests with the identifier; their listeners hear no more.
  public void cancel(int identifier) {
    for (Integer key : List.copyOf(pending.keySet())) {
      if (key >>> 16 == identifier) {
        Pending cancelled = pending.remove(key);
        if (cancelled != null) {
          cancelled.timer.cancel();
        }
      }
    }
  }

  /// Forgets all requests, for a node that starts anew.
  public void forget() {
    for (Pending each : pending.values()) {
      each.timer.cancel();
    }
    pending.clear();
  }

  @Override
  public void receive(Ipv4Datagram datagram, NetworkInterface arrivedOn) {
    if (!(datagram.payload() instanceof IcmpMessage message)) {
      forwarding.dropped(datagram, arrivedOn, DropReason.MALFORMED, "not an ICMP message");
      return;
    }
    switch (message.type()) {
      case IcmpMessage.ECHO_REQUEST -> answer(datagram, message, arrivedOn);
      case IcmpMessage.ECHO_REPLY -> takeReply(datagram, message, arrivedOn);
      case IcmpMessage.DESTINATION_UNREACHABLE,
          IcmpMessage.TIME_EXCEEDED,
          IcmpMessage.PARAMETER_PROBLEM ->
          takeError(datagram, message, arrivedOn);
      case IcmpMessage.REDIRECT -> takeRedirect(datagram, message, arrivedOn);
      default ->
          // Source quench is obsolete (RFC 6633), and a host may ignore the rest (RFC 1122 §3.2.2).
          forwarding.dropped(
              datagram, arrivedOn, DropReason.NO_LISTENER, "ICMP type " + message.type());
    }
  }

  /// IP itself says that a request could not be delivered: nobody answered ARP.
  @Override
  public void unreachable(IcmpMessage error, Ipv4Header quoted, Octets quotedPayload) {
    fail(quoted.source(), error, quotedPayload);
  }

  /// RFC 1122 §3.2.2.6. Requests to many are not answered: a network full of answers helps nobody.
  private void answer(Ipv4Datagram datagram, IcmpMessage request, NetworkInterface arrivedOn) {
    Ipv4Address asked = datagram.destination();
    if (!forwarding.isLocal(asked)) {
      forwarding.dropped(
          datagram, arrivedOn, DropReason.NO_LISTENER, "echo requests to many go unanswered");
      return;
    }
    IcmpMessage reply =
        IcmpMessage.echo(
            IcmpMessage.ECHO_REPLY, request.identifier(), request.sequence(), request.data());
    int typeOfService = datagram.header().typeOfService();
    forwarding.send(
        asked,
        datagram.source(),
        IpProtocol.ICMP,
        reply,
        typeOfService == 0
            ? SendOptions.DEFAULT
            : new SendOptions(Ipv4Header.DEFAULT_TTL, false, typeOfService));
  }

  private void takeReply(Ipv4Datagram datagram, IcmpMessage reply, NetworkInterface arrivedOn) {
    Pending asked = pending.get(reply.rest());
    if (asked == null || !isFrom(asked.request.destination(), datagram.source())) {
      forwarding.dropped(
          datagram, arrivedOn, DropReason.NO_LISTENER, "nobody waits for this echo reply");
      return;
    }
    pending.remove(reply.rest());
    asked.timer.cancel();
    asked.listener.accept(
        new EchoOutcome.Reply(
            datagram.source(), datagram.ttl(), reply.data(), since(asked.sentAt)));
  }

  private boolean isFrom(Ipv4Address asked, Ipv4Address answering) {
    return asked.equals(answering) || asked.isMulticast() || forwarding.isBroadcast(asked);
  }

  private void takeError(Ipv4Datagram datagram, IcmpMessage error, NetworkInterface arrivedOn) {
    switch (Ipv4Codec.parseQuoted(error.data())) {
      case Parsed.Malformed<QuotedDatagram> malformed ->
          forwarding.dropped(
              datagram, arrivedOn, DropReason.MALFORMED, "quoted " + malformed.trouble());
      case Parsed.Ok<QuotedDatagram>(QuotedDatagram quoted) -> {
        Ipv4Header header = quoted.header();
        if (!forwarding.isLocal(header.source()) || header.fragmentOffsetOctets() != 0) {
          forwarding.dropped(
              datagram, arrivedOn, DropReason.NO_LISTENER, "about a datagram of somebody else");
          return;
        }
        if (error.type() == IcmpMessage.DESTINATION_UNREACHABLE
            && error.code() == IcmpErrors.FRAGMENTATION_NEEDED) {
          forwarding.learnPathMtu(
              header.destination(), error.rest() & MTU_MASK, error.data().uint16(TOTAL_LENGTH_AT));
        }
        if (header.protocol().equals(IpProtocol.ICMP)) {
          fail(datagram.source(), error, quoted.payload());
        } else {
          forwarding.notifyUnreachable(error, header, quoted.payload());
        }
      }
    }
  }

  /// RFC 1122 §3.2.2.2. One for a whole network is taken for the host that was asked for: nobody
  /// says how large the network is.
  private void takeRedirect(
      Ipv4Datagram datagram, IcmpMessage redirect, NetworkInterface arrivedOn) {
    switch (Ipv4Codec.parseQuoted(redirect.data())) {
      case Parsed.Malformed<QuotedDatagram> malformed ->
          forwarding.dropped(
              datagram, arrivedOn, DropReason.MALFORMED, "quoted " + malformed.trouble());
      case Parsed.Ok<QuotedDatagram>(QuotedDatagram quoted) -> {
        String objection =
            forwarding.isLocal(quoted.header().source())
                ? forwarding.redirect(
                    datagram.source(),
                    arrivedOn,
                    quoted.header().destination(),
                    new Ipv4Address(redirect.rest()))
                : "about a datagram of somebody else";
        if (!objection.isEmpty()) {
          forwarding.dropped(datagram, arrivedOn, DropReason.NO_LISTENER, objection);
        }
      }
    }
  }

  private void fail(Ipv4Address from, IcmpMessage error, Octets quotedPayload) {
    if (quotedPayload.length() < IcmpMessage.HEADER_OCTETS
        || quotedPayload.at(0) != IcmpMessage.ECHO_REQUEST) {
      return;
    }
    Pending failed = pending.remove(quotedPayload.int32(IDENTIFIER_AT));
    if (failed != null) {
      failed.timer.cancel();
      failed.listener.accept(new EchoOutcome.Failed(from, error, since(failed.sentAt)));
    }
  }

  private void timeOut(int key) {
    Pending late = pending.remove(key);
    if (late != null) {
      recorder.recordAsCause(
          new TimerExpired(
              recorder.stamp(forwarding.node()), "echo", late.request.destination().toString()));
      late.listener.accept(new EchoOutcome.TimedOut());
    }
  }

  private SimDuration since(SimTime sent) {
    return simulator.now().since(sent);
  }
}
