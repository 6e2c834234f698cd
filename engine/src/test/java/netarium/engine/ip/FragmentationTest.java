package netarium.engine.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.trace.DropReason;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Codec;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Octets;
import netarium.engine.wire.OpaquePayload;
import org.junit.jupiter.api.Test;

class FragmentationTest {
  private static final long SECOND = 1_000_000_000L;

  private final Lab lab = new Lab();
  private final Node a = lab.host("a", "10.0.0.1/24");
  private final Node b = lab.host("b", "10.0.0.2/24");

  @Test
  void echoOf3000Octets_goesInThreeFragmentsAndComesBackWhole() {
    lab.link(a, b);
    a.ping("10.0.0.2", 3000, SendOptions.DEFAULT);
    lab.run();
    assertEquals(
        List.of("fragment 0+1480 more", "fragment 185+1480 more", "fragment 370+48 last"),
        lab.lines("a sends", "fragment").stream()
            .map(line -> line.substring(line.indexOf("fragment")))
            .toList());
    assertEquals(3000, a.onlyReply().payload().length());
    assertEquals(2999 * 7 & 0xff, a.onlyReply().payload().at(2999));
  }

  @Test
  void largestDatagram_getsThroughAndALargerOneDoesNotLeave() {
    lab.link(a, b);
    int most = 65535 - 28;
    assertEquals(new SendResult.TooBig(65535), a.ping("10.0.0.2", most + 1, SendOptions.DEFAULT));
    a.ping("10.0.0.2", most, SendOptions.DEFAULT);
    lab.run();
    assertEquals(most, a.onlyReply().payload().length());
  }

  @Test
  void routerWithSmallerMtu_cutsFragmentsAgain() {
    Node c = lab.host("c", "10.0.0.3/24").defaultGateway("10.0.0.1");
    Node far = lab.host("far", "10.0.9.2/24").defaultGateway("10.0.9.1");
    Node r = lab.router("r", "10.0.0.1/24", "10.0.9.1/24");
    r.card(1).changeMtu(500);
    lab.link(c.card().port(), r.card(0).port());
    lab.link(far.card().port(), r.card(1).port());
    c.ping("10.0.9.2", 3000, SendOptions.DEFAULT);
    lab.run();
    assertEquals(3000, c.onlyReply().payload().length());
    assertEquals(
        List.of(
            "0+480 more",
            "60+480 more",
            "120+480 more",
            "180+40 more",
            "185+480 more",
            "245+480 more",
            "305+480 more",
            "365+40 more",
            "370+48 last"),
        lab.lines(" r sends on l2", "fragment").stream()
            .map(line -> line.substring(line.indexOf("fragment") + 9))
            .toList());
  }

  @Test
  void optionsThatAreNotCopied_standInTheFirstFragmentOnly() {
    Octets recordRouteAndSecurity = Octets.wrap(new byte[] {7, 3, 4, (byte) 0x82, 4, 1, 2, 0});
    Ipv4Header header =
        new Ipv4Header(
            0,
            9,
            false,
            false,
            0,
            64,
            IpProtocol.UDP,
            Lab.address("10.0.0.1"),
            Lab.address("10.0.0.2"),
            recordRouteAndSecurity);
    List<Ipv4Datagram> fragments =
        Fragmentation.split(
            new Ipv4Datagram(header, new OpaquePayload(Octets.wrap(new byte[100]), "")), 76);
    assertEquals(recordRouteAndSecurity, fragments.get(0).header().options());
    assertEquals("82040102", fragments.get(1).header().options().toString());
    assertEquals(48, fragments.get(1).header().fragmentOffsetOctets());
    assertEquals(List.of(76, 72, 28), fragments.stream().map(f -> f.lengthOctets()).toList());
  }

  @Test
  void shuffledAndDoubledFragments_makeTheDatagramExactlyOnce() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      byte[] data = new byte[8 + random.nextInt(5000)];
      random.nextBytes(data);
      Ipv4Datagram whole = echo(data, (int) seed);
      int mtu = Math.min(68 + random.nextInt(600), whole.lengthOctets() - 1);
      List<Ipv4Datagram> fragments = new ArrayList<>(Fragmentation.split(whole, mtu));
      Collections.shuffle(fragments, random);
      Ipv4Datagram twice = fragments.getFirst();
      fragments.add(random.nextInt(fragments.size()), twice);
      List<Ipv4Datagram> made = new ArrayList<>();
      Reassembly reassembly = new Reassembly(lab.simulator, (fragment, reason) -> {});
      for (Ipv4Datagram fragment : fragments) {
        Ipv4Datagram complete = reassembly.add(fragment);
        if (complete != null) {
          made.add(complete);
        }
      }
      assertEquals(whole, made.getFirst(), "seed " + seed);
    }
  }

  @Test
  void overlap_whatCameLaterCounts() {
    Octets old = Octets.wrap(new byte[24]);
    byte[] ones = new byte[16];
    Arrays.fill(ones, (byte) 1);
    Reassembly reassembly = new Reassembly(lab.simulator, (fragment, reason) -> {});
    assertEquals(null, reassembly.add(piece(0, old, true)));
    assertEquals(null, reassembly.add(piece(16, Octets.wrap(ones), true)));
    Ipv4Datagram whole = reassembly.add(piece(32, Octets.wrap(new byte[] {2}), false));
    assertEquals(
        "00".repeat(16) + "01".repeat(16) + "02",
        Ipv4Codec.emit(Objects.requireNonNull(whole)).slice(20).toString());
  }

  @Test
  void missingFragment_isGivenUpAfterThirtySecondsAndTheSenderHears() {
    lab.link(a, b);
    a.ping("10.0.0.2");
    lab.run();
    List<Ipv4Datagram> fragments = Fragmentation.split(echo(new byte[3000], 77), 1500);
    lab.at(SECOND, () -> sendToB(fragments.get(0)));
    lab.at(2 * SECOND, () -> sendToB(fragments.get(2)));
    lab.stayUntil(40 * SECOND);
    assertEquals(
        List.of("31001121120 b drops reassembly-timeout 10.0.0.1 > 10.0.0.2 fragment 0+1480 more"),
        lab.lines("drops"));
    assertEquals(1, lab.lines("a takes", "icmp 11/1").size());
  }

  @Test
  void missingBeginning_isGivenUpInSilence() {
    lab.link(a, b);
    a.ping("10.0.0.2");
    lab.run();
    List<Ipv4Datagram> fragments = Fragmentation.split(echo(new byte[3000], 77), 1500);
    sendToB(fragments.get(1));
    lab.stayUntil(40 * SECOND);
    assertEquals(1, lab.lines("b drops reassembly-timeout").size());
    assertEquals(0, lab.lines("icmp 11/1").size());
  }

  @Test
  void tooManyUnfinishedDatagrams_theOldestGoes() {
    List<Ipv4Datagram> gone = new ArrayList<>();
    Reassembly reassembly = new Reassembly(lab.simulator, (fragment, reason) -> gone.add(fragment));
    for (int id = 0; id < Reassembly.MOST_DATAGRAMS + 2; id++) {
      reassembly.add(Fragmentation.split(echo(new byte[3000], id), 1500).getFirst());
    }
    assertEquals(List.of(0, 1), gone.stream().map(f -> f.header().identification()).toList());
    assertEquals(Reassembly.MOST_DATAGRAMS, reassembly.underWay());
  }

  @Test
  void fragmentsThatClaimTooMuch_areMalformed() {
    lab.link(a, b);
    a.ping("10.0.0.2");
    lab.run();
    sendToB(piece(8, Octets.wrap(new byte[7]), true));
    lab.run();
    assertEquals(1, lab.lines("b drops malformed").size());

    List<DropReason> reasons = new ArrayList<>();
    Reassembly reassembly =
        new Reassembly(lab.simulator, (fragment, reason) -> reasons.add(reason));
    assertEquals(null, reassembly.add(piece(0, Octets.wrap(new byte[65_512]), true)));
    assertEquals(null, reassembly.add(piece(65_512, Octets.wrap(new byte[8]), false)));
    assertEquals(List.of(DropReason.MALFORMED), reasons);
  }

  @Test
  void bothFragmentsOfDamagedDatagram_areCheckedAsAWhole() {
    lab.link(a, b);
    a.ping("10.0.0.2");
    lab.run();
    List<Ipv4Datagram> fragments = Fragmentation.split(echo(new byte[100], 5), 68);
    Octets wrong = Octets.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    for (Ipv4Datagram fragment : fragments) {
      boolean isLast = !fragment.header().moreFragments();
      sendToB(
          isLast ? new Ipv4Datagram(fragment.header(), new OpaquePayload(wrong, "")) : fragment);
    }
    lab.run();
    assertEquals(1, lab.lines("b drops bad-checksum").size());
  }

  private void sendToB(Ipv4Datagram datagram) {
    a.card().transmit(new EthernetFrame(b.card().mac(), a.card().mac(), datagram));
  }

  private static Ipv4Datagram echo(byte[] data, int identification) {
    return Ipv4Datagram.of(
        Lab.address("10.0.0.1"),
        Lab.address("10.0.0.2"),
        IpProtocol.ICMP,
        identification,
        IcmpMessage.echo(IcmpMessage.ECHO_REQUEST, 9, 9, Octets.wrap(data)));
  }

  private static Ipv4Datagram piece(int offset, Octets data, boolean more) {
    Ipv4Header header =
        Ipv4Header.of(Lab.address("10.0.0.1"), Lab.address("10.0.0.2"), new IpProtocol(200), 3)
            .withFragment(offset, more);
    return new Ipv4Datagram(header, new OpaquePayload(data, ""));
  }
}
