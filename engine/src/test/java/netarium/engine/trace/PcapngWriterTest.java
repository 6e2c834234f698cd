package netarium.engine.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.trace.PcapngReader.Packet;
import netarium.engine.wire.EthernetFrame;
import org.junit.jupiter.api.Test;

class PcapngWriterTest {
  private static final long EPOCH = 1_767_225_600_000_000_000L;
  private static final int INBOUND = 1;
  private static final int OUTBOUND = 2;
  private static final PortId WEB_LO = new PortId(0, "lo");

  private static PcapngReader capture(Optional<PortId> only, Consumer<EventScript> script) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PcapngWriter writer = new PcapngWriter(EventScript.setup(only), out)) {
      script.accept(new EventScript(writer));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new PcapngReader(out.toByteArray());
  }

  private static PcapngReader capture(Consumer<EventScript> script) {
    return capture(Optional.empty(), script);
  }

  @Test
  void emptyRun_describesInterfacesAndNames() {
    PcapngReader read = capture(script -> {});
    assertEquals(List.of("web:eth0", "client:eth0"), read.interfaces);
    assertEquals(List.of("a000102 web", "a000103 client"), read.names);
    assertEquals(List.of(), read.packets);
  }

  @Test
  void frameThroughASwitch_isRecordedAtBothEnds() {
    EthernetFrame frame = EventScript.frame("hello");
    PcapngReader read = capture(script -> script.throughTheSwitch(5_000, frame));
    assertEquals(
        List.of(
            new Packet(4, "client:eth0", EPOCH + 5_000, OUTBOUND, frame.octets(), List.of()),
            new Packet(5, "web:eth0", EPOCH + 7_000, INBOUND, frame.octets(), List.of())),
        read.packets);
  }

  @Test
  void lossOnTheFirstLink_isACommentOnTheSendersRecord() {
    EthernetFrame lost = EventScript.frame("lost");
    PcapngReader read =
        capture(script -> {
          long sent = script.sent(0, -1, EventScript.CLIENT, EventScript.SWITCH_CLIENT, lost);
          script.dropped(1_000, sent, EventScript.CLIENT, lost, DropReason.LOSS, "");
        });
    assertEquals(1, read.packets.size());
    assertEquals(
        List.of("dropped by client:eth0 on l2: loss, lost on the link"),
        read.packets.getFirst().comments());
  }

  @Test
  void dropBehindTheSwitch_isACommentOnTheRecordOfTheMachineThatSent() {
    EthernetFrame lost = EventScript.frame("lost");
    EthernetFrame next = EventScript.frame("next");
    PcapngReader read =
        capture(script -> {
          long sent = script.sent(0, -1, EventScript.CLIENT, EventScript.SWITCH_CLIENT, lost);
          script.sent(10, -1, EventScript.CLIENT, EventScript.SWITCH_CLIENT, next);
          long relayed = script.delivered(1_000, sent, EventScript.SWITCH_CLIENT, lost);
          long again = script.sent(1_000, relayed, EventScript.SWITCH_WEB, EventScript.WEB, lost);
          script.dropped(2_000, again, EventScript.SWITCH_WEB, lost, DropReason.LINK_DOWN, "cut");
        });
    assertEquals(
        List.of(List.of("dropped by sw:p1 on l1: link-down, the link is cut (cut)"), List.of()),
        read.packets.stream().map(Packet::comments).toList());
  }

  @Test
  void frameThatTheLinkRefuses_isRecordedAsSent() {
    EthernetFrame refused = EventScript.frame("refused");
    PcapngReader read =
        capture(script ->
            script.dropped(77, -1, EventScript.CLIENT, refused, DropReason.QUEUE_FULL, ""));
    Packet packet = read.packets.getFirst();
    assertEquals(EPOCH + 77, packet.nanos());
    assertEquals(OUTBOUND, packet.flags());
    assertEquals(
        List.of("dropped by client:eth0 on l2: queue-full, the queue of the link was full"),
        packet.comments());
  }

  @Test
  void dropsThatWereNeverOnALink_areNotRecorded() {
    EthernetFrame frame = EventScript.frame("x");
    PcapngReader read =
        capture(script -> {
          script.dropped(0, -1, EventScript.CLIENT, frame, DropReason.NO_ROUTE, "");
          script.dropped(0, -1, EventScript.SWITCH_WEB, frame, DropReason.QUEUE_FULL, "");
        });
    assertEquals(List.of(), read.packets);
  }

  @Test
  void frameMeantForAnother_isNeitherRecordedNorADrop() {
    EthernetFrame frame = EventScript.frame("x");
    PcapngReader read =
        capture(script -> {
          long sent = script.sent(0, -1, EventScript.CLIENT, EventScript.SWITCH_CLIENT, frame);
          script.dropped(1_000, sent, EventScript.WEB, frame, DropReason.NOT_ADDRESSED_HERE, "");
        });
    assertEquals(1, read.packets.size());
    assertEquals(List.of(), read.packets.getFirst().comments());
  }

  @Test
  void loopback_isDescribedWhenFirstUsedAndHasEachFrameOnce() {
    EthernetFrame frame = EventScript.frame("self");
    PcapngReader read =
        capture(script -> {
          script.throughTheSwitch(0, frame);
          long sent = script.sent(5_000, -1, WEB_LO, WEB_LO, frame);
          script.delivered(6_000, sent, WEB_LO, frame);
        });
    assertEquals(List.of("web:eth0", "client:eth0", "web:lo"), read.interfaces);
    assertEquals(
        List.of("client:eth0", "web:eth0", "web:lo"),
        read.packets.stream().map(Packet::interfaceName).toList());
  }

  @Test
  void onlyOneInterface_hasNothingOfTheOthers() {
    EthernetFrame frame = EventScript.frame("x");
    PcapngReader read =
        capture(
            Optional.of(EventScript.WEB),
            script -> {
              long delivered = script.throughTheSwitch(0, frame);
              script.sent(2_000, delivered, WEB_LO, WEB_LO, frame);
            });
    assertEquals(List.of("web:eth0"), read.interfaces);
    assertEquals(1, read.packets.size());
  }

  @Test
  void onlyTheSender_takesNoAnswerForARelayedFrame() {
    EthernetFrame frame = EventScript.frame("x");
    PcapngReader read =
        capture(
            Optional.of(EventScript.CLIENT),
            script -> {
              long delivered = script.throughTheSwitch(0, frame);
              long answer =
                  script.sent(2_000, delivered, EventScript.WEB, EventScript.SWITCH_WEB, frame);
              script.dropped(3_000, answer, EventScript.WEB, frame, DropReason.LOSS, "");
            });
    assertEquals(List.of(), read.packets.getFirst().comments());
  }

  @Test
  void switchThatSendsAFrameOfItsOwn_adornsNobodysRecord() {
    EthernetFrame frame = EventScript.frame("x");
    EthernetFrame own = EventScript.frame("own");
    PcapngReader read =
        capture(script -> {
          long sent = script.sent(0, -1, EventScript.CLIENT, EventScript.SWITCH_CLIENT, frame);
          long there = script.delivered(1_000, sent, EventScript.SWITCH_CLIENT, frame);
          long other = script.sent(1_000, there, EventScript.SWITCH_WEB, EventScript.WEB, own);
          script.dropped(2_000, other, EventScript.SWITCH_WEB, own, DropReason.LOSS, "");
        });
    assertEquals(1, read.packets.size());
    assertEquals(List.of(), read.packets.getFirst().comments());
  }

  @Test
  void recordsBehindAWaitingOne_keepTheOrderOfTime() {
    PcapngReader read =
        capture(script -> {
          for (int i = 0; i < 100; i++) {
            script.throughTheSwitch(i * 10_000L, EventScript.frame("frame " + i));
            script.sent(
                i * 10_000L + 2_500,
                -1,
                EventScript.WEB,
                EventScript.SWITCH_WEB,
                EventScript.frame("answer " + i));
          }
        });
    assertEquals(300, read.packets.size());
    List<Long> times = read.packets.stream().map(Packet::nanos).toList();
    assertEquals(times.stream().sorted().toList(), times);
  }

  @Test
  void moreThanMayWait_areWrittenWithoutTheirFate() {
    EthernetFrame frame = EventScript.frame("x");
    PcapngReader read =
        capture(script -> {
          long first = script.sent(0, -1, EventScript.CLIENT, EventScript.SWITCH_CLIENT, frame);
          for (int i = 0; i < PcapngWriter.MAX_WAITING; i++) {
            script.sent(0, -1, EventScript.CLIENT, EventScript.SWITCH_CLIENT, frame);
          }
          script.dropped(1_000, first, EventScript.CLIENT, frame, DropReason.LINK_DOWN, "");
        });
    assertEquals(PcapngWriter.MAX_WAITING + 1, read.packets.size());
    assertTrue(read.packets.stream().allMatch(packet -> packet.comments().isEmpty()));
  }

  @Test
  void tlsSecrets_standBeforeThePacketsThatNeedThem() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PcapngWriter writer = new PcapngWriter(EventScript.setup(Optional.empty()), out)) {
      EventScript script = new EventScript(writer);
      script.sent(0, -1, EventScript.CLIENT, EventScript.SWITCH_CLIENT, EventScript.frame("hello"));
      writer.tlsSecrets("CLIENT_RANDOM 00 11\n");
    }
    PcapngReader read = new PcapngReader(out.toByteArray());
    assertEquals(List.of("CLIENT_RANDOM 00 11\n"), read.secrets);
    assertTrue(read.blockTypes.indexOf(10) < read.blockTypes.indexOf(6));
  }

  @Test
  void brokenStream_letsTheRunGoOnAndIsReportedAtTheEnd() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("no space left");
          }
        };
    PcapngWriter writer = new PcapngWriter(EventScript.setup(Optional.empty()), full);
    EventScript script = new EventScript(writer);
    for (int i = 0; i < 2_000; i++) {
      script.throughTheSwitch(i * 10_000L, EventScript.frame("frame " + i));
    }
    IOException thrown = assertThrows(IOException.class, writer::close);
    assertEquals("no space left", thrown.getMessage());
  }
}
