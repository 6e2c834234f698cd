package netarium.engine.trace;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/// Tells lines that come a second time, unless that is long after the first.
final class RecentLines {
  private static final int MOST = 4096;

  private final Set<String> lines = new LinkedHashSet<>();

  boolean isNew(String line) {
    boolean isNew = lines.add(line);
    if (lines.size() > MOST) {
      Iterator<String> oldest = lines.iterator();
      oldest.next();
      oldest.remove();
    }
    return isNew;
  }
}
