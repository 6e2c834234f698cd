package netarium.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What would make two runs of the same topology, scripts, seed and stimuli differ. Calls and
/// method references count alike; so does a subclass, whose constructor calls the banned one.
class DeterminismTest {
  private static final String BRIDGE = EngineClasses.ROOT + "bridge..";
  private static final String PACE = EngineClasses.ROOT + "run.pace..";

  @Test
  void hashedCollections_areNotMade() {
    Set<String> hashed =
        names(
            "java.util.HashMap java.util.HashSet java.util.Hashtable java.util.IdentityHashMap"
                + " java.util.WeakHashMap java.util.concurrent.ConcurrentHashMap");
    ban(
        "make a collection that is ordered by hash",
        target ->
            hashed.contains(owner(target))
                && (isConstructor(target)
                    || target.getName().startsWith("new")
                    || target.getName().equals("clone")),
        "its iteration order is a matter of hashes; LinkedHashMap and TreeMap have an order");
  }

  @Test
  void saltedCollections_areNotMade() {
    Set<String> salted =
        names(
            "java.util.Map.of java.util.Map.copyOf java.util.Map.ofEntries java.util.Set.of"
                + " java.util.Set.copyOf");
    ban(
        "make an immutable Map or Set",
        target -> salted.contains(fullName(target)),
        "their iteration order is salted anew in each JVM");
  }

  @Test
  void unorderedCollectors_areNotUsed() {
    Set<String> makers =
        names(
            "toSet toMap toConcurrentMap groupingBy groupingByConcurrent partitioningBy"
                + " toUnmodifiableSet toUnmodifiableMap");
    ban(
        "collect into an unordered Map or Set",
        target ->
            owner(target).equals("java.util.stream.Collectors")
                && makers.contains(target.getName())
                && !givesItsOwnFactory(target),
        "the result is hashed or salted; the overloads that take a map factory are fine");
  }

  @Test
  void parallelStreams_areNotUsed() {
    ban(
        "go parallel",
        target ->
            (target.getOwner().isAssignableTo("java.util.stream.BaseStream")
                    && names("parallel unordered").contains(target.getName()))
                || target.getName().equals("parallelStream")
                || (owner(target).equals("java.util.stream.StreamSupport")
                    && target.getName().contains("arallel"))
                || (owner(target).equals("java.util.Arrays")
                    && target.getName().startsWith("parallel")),
        "one thread runs a simulation");
  }

  @Test
  void wallClock_isNotRead() {
    Set<String> clocks =
        names(
            "java.lang.System.nanoTime java.lang.System.currentTimeMillis"
                + " java.util.Calendar.getInstance java.time.Clock.systemUTC"
                + " java.time.Clock.systemDefaultZone java.time.Clock.system"
                + " java.time.Clock.tickMillis java.time.Clock.tickSeconds"
                + " java.time.Clock.tickMinutes java.time.InstantSource.system");
    banOutside(
        "read the wall clock",
        target ->
            clocks.contains(fullName(target))
                || (owner(target).startsWith("java.time.") && target.getName().equals("now"))
                || (fullName(target).equals("java.util.Date.<init>")
                    && parameters(target).isEmpty()),
        "time is simulated; only pace and bridge look at the host's clock",
        BRIDGE,
        PACE);
  }

  @Test
  void unseededRandomness_isNotDrawn() {
    Set<String> unseeded =
        names(
            "java.lang.Math.random java.util.UUID.randomUUID"
                + " java.util.random.RandomGenerator.getDefault"
                + " java.util.random.RandomGeneratorFactory.getDefault"
                + " java.util.concurrent.ThreadLocalRandom.current"
                + " java.util.random.RandomGeneratorFactory.create");
    Set<String> generators = names("java.util.Random java.util.SplittableRandom");
    ban(
        "draw random numbers without a seed",
        target ->
            (unseeded.contains(fullName(target)) && parameters(target).isEmpty())
                || (owner(target).equals("java.security.SecureRandom") && !isGivenItsSource(target))
                || (generators.contains(owner(target))
                    && isConstructor(target)
                    && parameters(target).isEmpty())
                || (fullName(target).equals("java.util.Collections.shuffle")
                    && parameters(target).size() == 1),
        "every draw comes from a stream that the seed names");
  }

  @Test
  void identityHashes_areNotRead() {
    ban(
        "read an identity hash",
        target ->
            fullName(target).equals("java.lang.System.identityHashCode")
                || (target.getName().equals("hashCode")
                    && parameters(target).isEmpty()
                    && (owner(target).equals("java.lang.Object")
                        || target.getOwner().isAssignableTo(Enum.class))),
        "the hash of an object or an enum constant is an accident of this JVM");
  }

  @Test
  void platformMath_isNotUsed() {
    Set<String> exact =
        names(
            "abs max min floor ceil rint round sqrt signum copySign ulp scalb fma getExponent"
                + " nextUp nextDown nextAfter clamp toIntExact unsignedMultiplyHigh multiplyHigh"
                + " multiplyFull absExact addExact subtractExact multiplyExact negateExact"
                + " incrementExact decrementExact floorDiv floorMod ceilDiv ceilMod ceilDivExact"
                + " floorDivExact divideExact powExact unsignedPowExact unsignedMultiplyExact"
                + " IEEEremainder");
    ban(
        "use Math where StrictMath differs",
        target ->
            owner(target).equals("java.lang.Math")
                && !exact.contains(target.getName())
                && !target.getName().equals("random")
                && isMethod(target),
        "Math's transcendental functions may differ between machines; StrictMath's do not");
  }

  @Test
  void defaultsOfTheHost_areNotAsked() {
    Set<String> asked =
        names(
            "java.util.Locale.getDefault java.nio.charset.Charset.defaultCharset"
                + " java.time.ZoneId.systemDefault java.util.TimeZone.getDefault"
                + " java.lang.System.getenv java.lang.System.getProperty"
                + " java.lang.System.lineSeparator java.lang.System.exit"
                + " java.lang.String.formatted java.lang.Integer.getInteger"
                + " java.lang.Long.getLong java.lang.Boolean.getBoolean"
                + " java.lang.System.getProperties");
    ban(
        "ask for a default of the host",
        target -> asked.contains(fullName(target)) || takesADefault(target),
        "locale, zone, charset and settings of the host must not enter a run: name them");
  }

  @Test
  void console_isTheSimulatedOne() {
    ban(
        "use the host's console",
        target ->
            owner(target).equals("java.lang.System")
                && names("out err in console setOut setErr getLogger").contains(target.getName()),
        "the engine has events, not a logger");
  }

  @Test
  void directories_areNotListed() {
    Set<String> listed =
        names(
            "java.nio.file.Files.list java.nio.file.Files.walk java.nio.file.Files.find"
                + " java.nio.file.Files.walkFileTree java.nio.file.Files.newDirectoryStream"
                + " java.io.File.list java.io.File.listFiles");
    ban(
        "list a directory",
        target -> listed.contains(fullName(target)),
        "the order of a directory is the host's");
  }

  /// The overloads that fall back on the default locale or charset.
  private static boolean takesADefault(AccessTarget target) {
    List<String> parameters = parameters(target);
    return switch (fullName(target)) {
      case "java.lang.String.toLowerCase",
          "java.lang.String.toUpperCase",
          "java.lang.String.getBytes",
          "java.io.ByteArrayOutputStream.toString" ->
          parameters.isEmpty();
      case "java.lang.String.format",
          "java.io.PrintStream.printf",
          "java.io.PrintStream.format",
          "java.io.PrintWriter.printf",
          "java.io.PrintWriter.format",
          "java.util.Formatter.format" ->
          isStringFirst(parameters);
      case "java.lang.String.<init>" -> isOctetsOnly(parameters);
      case "java.io.InputStreamReader.<init>", "java.io.OutputStreamWriter.<init>" ->
          parameters.size() == 1;
      case "java.io.PrintStream.<init>" -> !parameters.contains("java.nio.charset.Charset");
      case "java.util.Formatter.<init>",
          "java.text.DecimalFormat.<init>",
          "java.text.SimpleDateFormat.<init>" ->
          true;
      case "java.time.format.DateTimeFormatter.ofPattern" -> parameters.size() == 1;
      default -> owner(target).startsWith("java.text.") && target.getName().startsWith("get");
    };
  }

  private static boolean isStringFirst(List<String> parameters) {
    return !parameters.isEmpty() && parameters.getFirst().equals("java.lang.String");
  }

  private static boolean isOctetsOnly(List<String> parameters) {
    return !parameters.isEmpty()
        && parameters.getFirst().equals("[B")
        && parameters.stream().skip(1).allMatch("int"::equals);
  }

  private static boolean givesItsOwnFactory(AccessTarget target) {
    return parameters(target).contains("java.util.function.Supplier");
  }

  private static boolean isConstructor(AccessTarget target) {
    return target instanceof AccessTarget.ConstructorCallTarget
        || target instanceof AccessTarget.ConstructorReferenceTarget;
  }

  private static boolean isMethod(AccessTarget target) {
    return target instanceof AccessTarget.CodeUnitAccessTarget;
  }

  private static List<String> parameters(AccessTarget target) {
    return target instanceof AccessTarget.CodeUnitAccessTarget unit
        ? unit.getRawParameterTypes().stream().map(JavaClass::getName).toList()
        : List.of();
  }

  private static String owner(AccessTarget target) {
    return target.getOwner().getName();
  }

  /// What `tls` hands to its library draws from a stream of the run instead of the host.
  private static boolean isGivenItsSource(AccessTarget target) {
    return parameters(target).contains("java.security.SecureRandomSpi");
  }

  private static String fullName(AccessTarget target) {
    return owner(target) + "." + target.getName();
  }

  private static Set<String> names(String words) {
    return new TreeSet<>(List.of(words.split(" ")));
  }

  private static void ban(String what, Predicate<AccessTarget> isBanned, String because) {
    banOutside(what, isBanned, because);
  }

  private static void banOutside(
      String what, Predicate<AccessTarget> isBanned, String because, String... exempt) {
    noClasses()
        .that()
        .resideOutsideOfPackages(exempt)
        .should(access(what, isBanned))
        .because(because)
        .check(EngineClasses.all());
  }

  private static ArchCondition<JavaClass> access(String what, Predicate<AccessTarget> isBanned) {
    return new ArchCondition<>(what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream<JavaAccess<?>> accesses = type.getAccessesFromSelf().stream();
        accesses
            .filter(access -> isBanned.test(access.getTarget()))
            .forEach(access ->
                events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
      }
    };
  }
}
