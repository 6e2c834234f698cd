package netarium.app.project;

import java.nio.file.Path;
import java.util.List;
import netarium.topologies.problem.Problem;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import org.jspecify.annotations.Nullable;

/// What a look at the disk found: the files' stamps now, and the project there if it is another
/// one.
record Look(DiskStamps stamps, @Nullable Project changed) {
  /// `known` are the stamps of the last look, `fingerprint` that of the project known to be there.
  static Look at(Path place, @Nullable DiskStamps known, String fingerprint) {
    DiskStamps now = DiskStamps.of(place);
    if (now.equals(known)) {
      return new Look(now, null);
    }
    if (ProjectStore.open(place) instanceof OpenResult.Opened(Project there, List<Problem> _)) {
      boolean isSame = Fingerprint.of(there).equals(fingerprint);
      return new Look(now, isSame ? null : there);
    }
    return new Look(now, null);
  }
}
