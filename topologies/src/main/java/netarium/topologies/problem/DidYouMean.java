package netarium.topologies.problem;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The name that a mistyped one was probably meant to be.
public final class DidYouMean {
  private static final int MAX_COMPARED = 500;
  private static final int MAX_CHARS = 64;

  private DidYouMean() {}

  /// `did you mean "sw"?`, or `otherwise` where nothing is near.
  public static String orElse(String typed, Collection<String> known, String otherwise) {
    String nearest = nearest(typed, known);
    return nearest == null ? otherwise : "did you mean \"" + nearest + "\"?";
  }

  /// The known name with the fewest edits, if at most a third of its characters differ.
  public static @Nullable String nearest(String typed, Collection<String> known) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    int compared = 0;
    for (String name : known) {
      if (++compared > MAX_COMPARED || typed.length() > MAX_CHARS) {
        break;
      }
      int allowed = Math.max(1, Math.min(name.length(), typed.length()) / 3);
      if (name.isEmpty()
          || name.length() > MAX_CHARS
          || Math.abs(name.length() - typed.length()) > allowed) {
        continue;
      }
      int distance = distance(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance <= allowed && distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
    return best;
  }

  /// Insertions, deletions, replacements and swaps of neighbours.
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
    best = Math.min(best, cost[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
