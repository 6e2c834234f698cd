package netarium.app.canvas.scene;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a scene depends on beside the network: what is selected and pointed at, how long a drop
/// stays visible and over how long a link's load is averaged (both in simulated time, so that they
/// fit the speed at which one watches), and whether connections are drawn.
public record ViewState(
    Set<Item> selection,
    @Nullable Item hover,
    long lingerNanos,
    long loadNanos,
    boolean showsConnections) {
  public static final ViewState PLAIN = new ViewState(Set.of(), null, 20_000_000, 50_000_000, true);

  public ViewState {
    selection = Collections.unmodifiableSet(new LinkedHashSet<>(selection));
  }

  public ViewState selecting(Set<Item> changed) {
    return new ViewState(changed, hover, lingerNanos, loadNanos, showsConnections);
  }

  public ViewState connecting(boolean shown) {
    return new ViewState(selection, hover, lingerNanos, loadNanos, shown);
  }

  public ViewState paced(long newLingerNanos, long newLoadNanos) {
    return new ViewState(selection, hover, newLingerNanos, newLoadNanos, showsConnections);
  }

  public ViewState hovering(@Nullable Item changed) {
    return new ViewState(selection, changed, lingerNanos, loadNanos, showsConnections);
  }
}
