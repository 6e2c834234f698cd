package netarium.engine.run;

import java.util.List;
import java.util.Optional;
import netarium.engine.codec.HttpUrl;
import netarium.engine.link.LinkModel;
import netarium.engine.node.Cards;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.vm.Platform;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Prefix;
import netarium.engine.wire.MacAddress;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.Ipv4Cidr;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// What the topology's records mean in the engine's terms.
final class FromTopology {
  private static final int DEFAULT_MTU_OCTETS = 1500;

  private FromTopology() {}

  static SimTime time(TimeSpan span) {
    return new SimTime(span.nanos());
  }

  static SimDuration duration(TimeSpan span) {
    return SimDuration.ofNanos(span.nanos());
  }

  /// The address, if it is one of IPv4.
  static Optional<Ipv4Address> ipv4(@Nullable IpAddress address) {
    return address instanceof netarium.topologies.unit.Ipv4Address v4
        ? Optional.of(new Ipv4Address(v4.bits()))
        : Optional.empty();
  }

  /// Those addresses that are of IPv4.
  static List<Ipv4Address> ipv4s(List<IpAddress> addresses) {
    return addresses.stream().flatMap(each -> ipv4(each).stream()).toList();
  }

  /// An address of a server that the topology has been checked for.
  static Optional<HttpUrl> url(@Nullable String text) {
    return text != null && HttpUrl.parse(text) instanceof HttpUrl.Read.Found(HttpUrl url)
        ? Optional.of(url)
        : Optional.empty();
  }

  static Platform platform(netarium.topologies.node.Vm.Platform platform) {
    return switch (platform) {
      case NATIVE -> Platform.NATIVE;
      case BROWSER -> Platform.BROWSER;
    };
  }

  static Ipv4Prefix prefix(Ipv4Cidr cidr) {
    return new Ipv4Prefix(new Ipv4Address(cidr.address().bits()), cidr.prefixLength());
  }

  static Cards.Card card(InterfaceSpec spec) {
    Integer mtu = spec.mtu();
    return new Cards.Card(
        spec.name(),
        Optional.ofNullable(spec.mac()).map(mac -> new MacAddress(mac.bits())),
        Optional.ofNullable(spec.fixedIpv4()).map(FromTopology::prefix),
        ipv4(spec.gateway()),
        mtu == null ? DEFAULT_MTU_OCTETS : mtu);
  }

  /// The model of one direction of a link.
  static LinkModel model(LinkSettings settings, boolean isAb) {
    return new LinkModel(
        (isAb ? settings.rate().ab() : settings.rate().ba()).bitsPerSecond(),
        duration(isAb ? settings.delay().ab() : settings.delay().ba()),
        duration(isAb ? settings.jitter().ab() : settings.jitter().ba()),
        (isAb ? settings.loss().ab() : settings.loss().ba()).value(),
        (isAb ? settings.duplicate().ab() : settings.duplicate().ba()).value(),
        (isAb ? settings.reorder().ab() : settings.reorder().ba()).value(),
        (isAb ? settings.corrupt().ab() : settings.corrupt().ba()).value(),
        isAb ? settings.queue().ab() : settings.queue().ba(),
        isAb ? settings.mark().ab() : settings.mark().ba(),
        isAb ? settings.mtu().ab() : settings.mtu().ba(),
        isAb ? settings.up().ab() : settings.up().ba());
  }
}
