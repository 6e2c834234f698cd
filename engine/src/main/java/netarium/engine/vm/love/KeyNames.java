package netarium.engine.vm.love;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The names of keys that LÖVE knows, as far as somebody at a screen of ours can press them.
final class KeyNames {
  private static final Set<String> KNOWN = new TreeSet<>();

  static {
    IntStream.rangeClosed('a', 'z').mapToObj(Character::toString).forEach(KNOWN::add);
    IntStream.rangeClosed('0', '9').mapToObj(Character::toString).forEach(KNOWN::add);
    IntStream.rangeClosed(1, 12).mapToObj(i -> "f" + i).forEach(KNOWN::add);
    IntStream.rangeClosed(0, 9).mapToObj(i -> "kp" + i).forEach(KNOWN::add);
    "!\"#$&'()*+,-./:;<=>?@[\\]^_`".chars().mapToObj(Character::toString).forEach(KNOWN::add);
    Stream.of(
            "space return escape backspace tab up down left right home end pageup pagedown",
            "insert delete lshift rshift lctrl rctrl lalt ralt lgui rgui capslock numlock",
            "scrolllock pause printscreen menu kp. kp, kp/ kp* kp- kp+ kpenter kp=")
        .flatMap(line -> Stream.of(line.split(" ", -1)))
        .forEach(KNOWN::add);
  }

  private KeyNames() {}

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }
}
