package netarium.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The layer diagram: each package of the engine, what it may use, and why. A package that is not
/// in the diagram fails until it has a place there.
class LayerOrderTest {
  /// A VM sees sockets and what is built on them; it may not reach round them into the stack.
  private static final String STACK = "link ip icmp udp tcp";

  private static final Map<String, Layer> LAYERS = new LinkedHashMap<>();

  static {
    layer("sim", "the clock is under everything and knows nothing of it", "");
    layer("wire", "octets and values are pure: no clock, no I/O, nothing above", "");
    layer("syntax", "the editor reads Lua text without a machine or a network", "");
    layer("screen", "a picture is drawn without a machine, a network or a window", "wire");
    layer("trace", "the event stream is plain values, so readers need only it", "sim wire screen");
    layer("link", "a cable knows frames and the clock, not what they are for", "trace");
    layer("ip", "IP asks what it needs of the layer above by its own interface", "link");
    layer("icmp", "transports are siblings on IP and do not know each other", "ip");
    layer("udp", "transports are siblings on IP and do not know each other", "ip");
    layer("tcp", "transports are siblings on IP and do not know each other", "ip");
    layer("socket", "what programs see stands on the transports", "icmp udp tcp");
    layer("tls", "TLS is a conversation over a socket", "socket");
    layer("codec", "messages are built and parsed above the sockets", "tls");
    layer("service", "a service is a state machine over sockets and codecs", "codec");
    layer("analysis", "readers know the trace and the codecs, never the running stack", "trace");
    layer("lua", "the Lua machine knows no network; the VM gives it one", "sim syntax");
    layer("vm", "a VM joins the Lua machine with what programs see of a network", "lua service");
    layer("debug", "the debugger commands a VM and reads the trace", "vm analysis");
    layer("node", "nodes plug layers together", "service vm");
    layer("run", "a run drives nodes and, when asked, the debugger", "node debug");
    layer("drill", "a script for the stack is one more way to drive a run", "run");
    layer("bridge", "the host's network joins a run from outside", "run");
    hide("vm", STACK);
    hide("debug", STACK);
    known("analysis").allowed().add("codec");
  }

  record Layer(String name, String because, TreeSet<String> allowed) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// A layer may use itself and all that the layers it stands on may use.
  private static void layer(String name, String because, String standsOn) {
    var allowed = new TreeSet<String>(List.of(name));
    words(standsOn).forEach(below -> allowed.addAll(known(below).allowed()));
    LAYERS.put(name, new Layer(name, because, allowed));
  }

  private static void hide(String name, String hidden) {
    known(name).allowed().removeAll(words(hidden).toList());
  }

  private static Layer known(String name) {
    return requireNonNull(LAYERS.get(name), name);
  }

  private static Stream<String> words(String text) {
    return Pattern.compile(" ").splitAsStream(text).filter(word -> !word.isEmpty());
  }

  static Stream<Layer> layers() {
    return LAYERS.values().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void layer_usesOnlyLayersBelow(Layer layer) {
    var forbidden = new ArrayList<>(LAYERS.keySet());
    forbidden.removeAll(layer.allowed());
    if (forbidden.isEmpty()) {
      return;
    }
    noClasses()
        .that()
        .resideInAPackage(EngineClasses.ROOT + layer.name() + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(EngineClasses.trees(forbidden))
        .because(layer.because())
        .allowEmptyShould(true)
        .check(EngineClasses.all());
  }

  @Test
  void packageOfTheEngine_standsInTheDiagram() {
    var strangers = new TreeSet<String>();
    for (JavaClass each : EngineClasses.all()) {
      String rest = each.getPackageName().substring("netarium.engine".length());
      String top = rest.replaceFirst("^\\.", "").replaceFirst("\\..*", "");
      if (!LAYERS.containsKey(top) && !each.getSimpleName().equals("package-info")) {
        strangers.add(each.getName());
      }
    }
    assertEquals(new TreeSet<>(), strangers, "classes outside the layer diagram");
  }

  @Test
  void packages_haveNoCycles() {
    slices()
        .matching("netarium.engine.(**)")
        .should()
        .beFreeOfCycles()
        .because("two packages that need each other are one package that nobody can read")
        .allowEmptyShould(true)
        .check(EngineClasses.all());
  }

  @Test
  void modulesAbove_areUnknownToTheEngine() {
    noClasses()
        .should()
        .dependOnClassesThat(netariumOutside("netarium.engine", "netarium.topologies"))
        .because("the arrow goes app → editor → engine → topologies")
        .check(EngineClasses.all());
  }

  @Test
  void drawing_isReadOnlyWhereNodesAreBuilt() {
    noClasses()
        .that()
        .resideOutsideOfPackages(EngineClasses.trees(List.of("node", "run", "drill", "bridge")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("netarium.topologies..")
        .because("layers take values; only those who build nodes read what the user drew")
        .check(EngineClasses.all());
  }

  @Test
  void engineRoot_isOnlyAPage() {
    classes()
        .that()
        .resideInAPackage("netarium.engine")
        .should()
        .haveSimpleName("package-info")
        .because("every class has a layer")
        .allowEmptyShould(true)
        .check(EngineClasses.all());
  }

  private static DescribedPredicate<JavaClass> netariumOutside(String... roots) {
    return DescribedPredicate.describe(
        "are Netarium's but of a module above",
        type ->
            type.getPackageName().startsWith("netarium")
                && Stream.of(roots).noneMatch(type.getPackageName()::startsWith));
  }
}
