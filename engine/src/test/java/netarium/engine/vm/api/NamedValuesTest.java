package netarium.engine.vm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netarium.engine.socket.SocketError;
import netarium.engine.syntax.stubs.BundledStubs;
import netarium.engine.syntax.stubs.StubField;
import netarium.engine.syntax.stubs.Stubs;
import netarium.engine.vm.ProcessTable;
import netarium.engine.vm.files.FileKind;
import org.junit.jupiter.api.Test;

/// `net` makes its named values when they are asked for, and words stand in results. A script can
/// list neither, so here they are held against the stubs.
class NamedValuesTest {
  private static final Stubs STUBS = BundledStubs.read();

  @Test
  void valuesOfNet_areTheFieldsOfItsStub() {
    assertEquals(
        STUBS.fieldsOf("net").stream()
            .map(StubField::name)
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(AddressApi.names()));
  }

  @Test
  void codesOfErrors_areTheChoicesOfTheirStub() {
    Stream<String> codes = Stream.of(SocketError.Code.values()).map(SocketError.Code::label);
    Stream<String> more =
        Stream.concat(
            Stream.of(NetError.EOF, NetError.BROKEN_PIPE, NetError.address("")).map(NetError::code),
            Stream.concat(
                Stream.of("no-such-file", "permission", "server-failure"),
                Stream.of(
                    "aborted",
                    "cors",
                    "no-cookie",
                    "no-location",
                    "not-allowed",
                    "server-closed",
                    "unexpected-eof",
                    "use-last-response")));
    assertEquals(
        new TreeSet<>(choices("ErrorCode")),
        Stream.concat(codes, more).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void wordsInResults_areTheChoicesOfTheirStubs() {
    assertEquals(
        choices("ProcessStatus"),
        Stream.of(ProcessTable.Status.values()).map(ProcessTable.Status::word).toList());
    assertEquals(
        new TreeSet<>(choices("FileType")),
        Stream.of(FileKind.values())
            .map(FileKind::word)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static List<String> choices(String alias) {
    return STUBS.alias(alias).orElseThrow().type().literals();
  }
}
