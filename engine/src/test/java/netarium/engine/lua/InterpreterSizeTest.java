package netarium.engine.lua;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// HotSpot never compiles a method of 8,000 bytes of bytecode or more: the loop would be some ten
/// times slower without any other sign.
class InterpreterSizeTest {
  @Test
  void opcodeLoop_staysCompilable() throws IOException {
    byte[] bytes;
    try (InputStream in = Interpreter.class.getResourceAsStream("Interpreter.class")) {
      bytes = Objects.requireNonNull(in).readAllBytes();
    }
    int longest =
        ClassFile.of().parse(bytes).methods().stream()
            .flatMap(m -> m.code().stream())
            .mapToInt(code -> ((CodeAttribute) code).codeLength())
            .max()
            .orElseThrow();
    assertTrue(longest > 4_000, "the loop is in this class: " + longest);
    assertTrue(longest < 8_000, "bytes of bytecode: " + longest);
  }
}
