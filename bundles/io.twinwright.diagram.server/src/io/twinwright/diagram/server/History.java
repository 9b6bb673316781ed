package io.twinwright.diagram.server;

import io.twinwright.dsl.ide.edit.FileChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;

/**
 * The steps that can be taken back, those of texts and of positions in one row, and the steps that were. A step of several files is
 * taken back as a whole, and only when no later step of one of its files stands. Not thread safe.
 */
final class History {
	private static final int MOST = 500;

	private final List<Step> done = new ArrayList<>();
	private final List<Step> undone = new ArrayList<>();

	/**
	 * A step in both directions.
	 *
	 * @param at in whose diagram it was done
	 * @param forth counted in the texts before it
	 * @param back counted in the texts after it
	 */
	record Step(URI at, List<FileChange> forth, List<FileChange> back) {
		Set<URI> files() {
			return forth.stream().map(FileChange::file).collect(Collectors.toSet());
		}

		boolean touches(Set<URI> others) {
			return files().stream().anyMatch(others::contains);
		}
	}

	/** Keeps a step that was done; what was taken back in its files cannot be done again. */
	void add(Step step) {
		drop(undone, step.files());
		done.add(step);
		if (done.size() > MOST) {
			done.removeFirst();
		}
	}

	/** @return the last step that is to be taken back, or done again, in some files */
	Optional<Step> last(Set<URI> files, boolean again) {
		return (again ? undone : done).reversed().stream().filter(step -> step.touches(files) || files.contains(step.at())).findFirst();
	}

	/** @return whether no later step stands in the way */
	boolean isFree(Step step, boolean again) {
		List<Step> steps = again ? undone : done;
		return steps.subList(steps.indexOf(step) + 1, steps.size()).stream().noneMatch(later -> later.touches(step.files()));
	}

	/** Notes that a step was taken back or done again. */
	void move(Step step, boolean again) {
		(again ? undone : done).remove(step);
		(again ? done : undone).add(step);
	}

	/** Forgets the steps of files that somebody else has changed. */
	void forget(Set<URI> files) {
		drop(done, files);
		drop(undone, files);
	}

	/** Drops the steps of some files, and those that could be taken only after one of these: in its texts they are not counted. */
	private static void drop(List<Step> steps, Set<URI> files) {
		Set<URI> lost = new HashSet<>(files);
		for (Step step : List.copyOf(steps).reversed()) {
			if (step.touches(lost)) {
				steps.remove(step);
				lost.addAll(step.files());
			}
		}
	}
}
