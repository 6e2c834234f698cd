package netarium.engine.vm.gohttp.server;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.api.Values;
import netarium.engine.wire.Octets;

/// What handlers can do with a [ResponseWriter].
final class WriterMethods {
  private WriterMethods() {}

  static void fill(Table t) {
    t.set("Header", Native.of("ResponseWriter.Header", WriterMethods::header));
    t.set("Write", Native.of("ResponseWriter.Write", WriterMethods::write).asWorldCall());
    t.set(
        "WriteHeader",
        Native.of("ResponseWriter.WriteHeader", WriterMethods::writeHeader).asWorldCall());
    t.set("Flush", Native.of("ResponseWriter.Flush", WriterMethods::flush).asWorldCall());
  }

  private static int header(Coroutine co, int func, int n) {
    return co.returns(func, ResponseWriter.check(co, func, n, 1).headerValue());
  }

  /// `w:WriteHeader(code)`.
  private static int writeHeader(Coroutine co, int func, int n) {
    ResponseWriter writer = ResponseWriter.check(co, func, n, 1);
    writer.writeHeader(co, Args.checkInt(co, func, n, 2));
    return co.returns();
  }

  /// `w:Write(data)` → n, err: waits while the client takes no more.
  private static int write(Coroutine co, int func, int n) {
    ResponseWriter writer = ResponseWriter.check(co, func, n, 1);
    Octets data = Values.octets(Args.checkStr(co, func, n, 2));
    co.machine.charge(data.length());
    return writer.write(co, func, data);
  }

  private static int flush(Coroutine co, int func, int n) {
    return ResponseWriter.check(co, func, n, 1).flush(co, func);
  }
}
