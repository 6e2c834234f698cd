package netarium.topologies.write;

import netarium.topologies.json.Extras;
import netarium.topologies.json.JsonValue;
import netarium.topologies.node.FileContent;
import netarium.topologies.node.Program;
import netarium.topologies.node.TcpOptions;
import netarium.topologies.node.TlsOptions;
import netarium.topologies.node.Vm;
import netarium.topologies.node.VmLimits;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Writes what only a VM has.
final class VmText {
  private VmText() {}

  static void add(Vm vm, ObjectText out) {
    out.text("platform", vm.platform().key(), Vm.Platform.NATIVE.key())
        .text("cpu", vm.cpu(), Vm.DEFAULT_CPU)
        .map("env", vm.env(), ObjectText::quoted)
        .map("hosts", vm.hosts(), ObjectText::quoted)
        .list("dns", vm.dns(), ObjectText::quoted)
        .text("doh", vm.doh())
        .map("files", vm.files(), VmText::file)
        .put("limits", unlessDefault(vm.limits(), VmLimits.DEFAULT, limits(vm.limits())))
        .put("tcp", unlessDefault(vm.tcp(), TcpOptions.DEFAULT, tcp(vm.tcp())))
        .put("tls", unlessDefault(vm.tls(), TlsOptions.DEFAULT, tls(vm.tls())))
        .list("programs", vm.programs(), VmText::program);
  }

  private static @Nullable JsonValue unlessDefault(Object value, Object otherwise, JsonValue text) {
    return value.equals(otherwise) ? null : text;
  }

  private static JsonValue file(FileContent content) {
    return switch (content) {
      case FileContent.Inline inline -> JsonValue.of(inline.text());
      case FileContent.From from ->
          new ObjectText().text("from", from.projectPath()).with(Extras.NONE);
    };
  }

  private static JsonValue limits(VmLimits limits) {
    ObjectText out = new ObjectText();
    if (!limits.memory().equals(VmLimits.DEFAULT_MEMORY)) {
      out.size("memory", limits.memory());
    }
    return out.whole("instructions", limits.instructions())
        .size("output", limits.output())
        .whole("sockets", limits.sockets())
        .size("files", limits.files())
        .with(limits.extras());
  }

  private static JsonValue tcp(TcpOptions tcp) {
    return new ObjectText()
        .flag("timestamps", tcp.timestamps(), true)
        .flag("sack", tcp.sack(), true)
        .flag("windowScale", tcp.windowScale(), true)
        .text("congestion", tcp.congestion().key(), TcpOptions.Congestion.NEW_RENO.key())
        .whole("initialWindow", tcp.initialWindow())
        .text("rtoMin", tcp.rtoMin())
        .text("msl", tcp.msl())
        .text("delayedAck", tcp.delayedAck())
        .flag("nagle", tcp.nagle(), true)
        .whole("mss", tcp.mss())
        .flag("ecn", tcp.ecn(), false)
        .flag("rack", tcp.rack(), false)
        .flag("challengeAcks", tcp.challengeAcks(), true)
        .size("receiveBuffer", tcp.receiveBuffer())
        .size("sendBuffer", tcp.sendBuffer())
        .text("rtoInitial", tcp.patience().rtoInitial())
        .text("rtoMax", tcp.patience().rtoMax())
        .text("connectTimeout", tcp.patience().connectTimeout())
        .text("userTimeout", tcp.patience().userTimeout())
        .flag("keepAlive", tcp.keepAlive().isOn(), false)
        .text("keepAliveIdle", tcp.keepAlive().idle())
        .text("keepAliveInterval", tcp.keepAlive().interval())
        .whole("keepAliveProbes", tcp.keepAlive().probes())
        .with(tcp.extras());
  }

  private static JsonValue tls(TlsOptions tls) {
    return new ObjectText().flag("trust", tls.trust(), true).with(tls.extras());
  }

  private static JsonValue program(Program program) {
    ObjectText out = new ObjectText();
    switch (program) {
      case Program.Script p -> out.text("kind", "script").text("script", p.script());
      case Program.HttpPool p -> {
        out.text("kind", "http-pool").text("script", p.script()).whole("port", p.port());
        if (p.workers() != Program.HttpPool.DEFAULT_WORKERS) {
          out.whole("workers", p.workers());
        }
        out.flag("tls", p.tls(), false);
      }
      case Program.Command p -> out.text("kind", "program").text("program", p.program());
    }
    Program.Start start = program.start();
    return out.list("args", start.args(), JsonValue::of)
        .text("start", start.at(), TimeSpan.ZERO)
        .text("restart", start.restart().key(), Program.Restart.NEVER.key())
        .with(program.extras());
  }
}
