package netarium.engine.lua;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a class of a prototype: a {@link FastFunction} whose `run` {@link FastFunctionBody}
/// writes.
final class FastFunctionMaker {
  /// HotSpot compiles no method that is longer.
  private static final int MOST_OCTETS = 7_900;

  /// No function with more instructions can fit.
  private static final int MOST_INSTRUCTIONS = 600;

  static final ClassDesc FUNCTION = own("FastFunction");

  /// `int run(Coroutine, Frame)`.
  static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_int, own("Coroutine"), own("Frame"));

  private FastFunctionMaker() {}

  /// A class of this package.
  static ClassDesc own(String name) {
    return ClassDesc.of(FastFunctionMaker.class.getPackageName(), name);
  }

  /// The prototype as a class, or null if it is too long for that.
  static @Nullable FastFunction make(Proto proto) {
    if (proto.code.length > MOST_INSTRUCTIONS) {
      return null;
    }
    for (int i : proto.code) {
      if (Opcodes.hasRawWord(i) || Opcodes.op(i) == Opcodes.LOADKX) {
        return null;
      }
    }
    byte[] file =
        ClassFile.of()
            .build(
                own("MadeFunction"),
                made -> {
                  made.withSuperclass(FUNCTION);
                  made.withMethodBody(
                      INIT_NAME,
                      MTD_void,
                      0,
                      b -> b.aload(0).invokespecial(FUNCTION, INIT_NAME, MTD_void).return_());
                  made.withMethodBody("run", RUN, 0, b -> new FastFunctionBody(b, proto).write());
                });
    if (octets(file) > MOST_OCTETS) {
      return null;
    }
    try {
      List<LuaValue> data = List.of(proto.constants);
      var lookup = MethodHandles.lookup().defineHiddenClassWithClassData(file, data, true);
      return (FastFunction) lookup.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("invariant broken: a made function can be loaded", e);
    }
  }

  /// The length of its longest method.
  private static int octets(byte[] file) {
    int longest = 0;
    for (MethodModel method : ClassFile.of().parse(file).methods()) {
      longest =
          Math.max(longest, method.findAttribute(Attributes.code()).orElseThrow().codeLength());
    }
    return longest;
  }
}
