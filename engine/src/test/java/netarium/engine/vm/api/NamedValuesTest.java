package netarium.engine.vm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import java.util.stream.Collectors;
import netarium.engine.syntax.stubs.BundledStubs;
import netarium.engine.syntax.stubs.StubField;
import org.junit.jupiter.api.Test;

/// `net` makes its named values when they are asked for, so a script cannot list them: here they
/// are held against the stubs.
class NamedValuesTest {
  @Test
  void valuesOfNet_areTheFieldsOfItsStub() {
    assertEquals(
        BundledStubs.read().fieldsOf("net").stream()
            .map(StubField::name)
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(AddressApi.names()));
  }
}
