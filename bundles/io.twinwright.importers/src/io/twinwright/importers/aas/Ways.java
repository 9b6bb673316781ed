package io.twinwright.importers.aas;

import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.NumberedDraft;
import io.twinwright.importers.draft.ProcedureDraft;
import io.twinwright.importers.draft.ServiceDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.importers.draft.StructureDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds signals by their names: {@code load}, {@code nozzle#3}, {@code fill.volume}, {@code fill.run.volume}. */
final class Ways {
	private Ways() {
	}

	/** @return the way to a signal of equipment or its types; empty if there is none of that name */
	static Optional<List<NamedDraft>> of(EquipmentDraft equipment, String path) {
		return Thing.lineage(equipment).map(each -> in(each, path)).flatMap(Optional::stream).findFirst();
	}

	private static Optional<List<NamedDraft>> in(EquipmentDraft equipment, String path) {
		Optional<List<NamedDraft>> own = signal(equipment, path).map(List::of);
		if (own.isPresent() || !path.contains(".")) {
			return own;
		}
		String first = path.substring(0, path.indexOf('.'));
		String rest = path.substring(path.indexOf('.') + 1);
		return equipment.services.stream().filter(service -> service.name.equals(first)).findFirst()
				.flatMap(service -> inService(service, rest)).or(() -> inPart(equipment, first, rest));
	}

	private static Optional<List<NamedDraft>> inPart(EquipmentDraft equipment, String first, String rest) {
		int hash = first.lastIndexOf('#');
		boolean isNumbered = hash > 0 && first.substring(hash + 1).matches("\\d{1,9}");
		String plain = isNumbered ? first.substring(0, hash) : first;
		return equipment.parts.stream().filter(part -> part.name.equals(plain)).findFirst().flatMap(part -> of(part.type, rest)
				.map(way -> join(List.of(isNumbered ? new NumberedDraft(part, Integer.parseInt(first.substring(hash + 1))) : part), way)));
	}

	private static Optional<List<NamedDraft>> inService(ServiceDraft service, String path) {
		Optional<List<NamedDraft>> own = signal(service, path).map(signal -> List.of(service, signal));
		if (own.isPresent() || !path.contains(".")) {
			return own;
		}
		String first = path.substring(0, path.indexOf('.'));
		Optional<ProcedureDraft> procedure = service.procedures.stream().filter(each -> each.name.equals(first)).findFirst();
		return procedure.flatMap(each -> signal(each, path.substring(path.indexOf('.') + 1)).map(signal -> List.of(service, each, signal)));
	}

	private static Optional<NamedDraft> signal(StructureDraft structure, String name) {
		int hash = name.lastIndexOf('#');
		boolean isNumbered = hash > 0 && name.substring(hash + 1).matches("\\d{1,9}");
		String plain = isNumbered ? name.substring(0, hash) : name;
		Optional<SignalDraft> signal = structure.named(plain);
		return signal.flatMap(each -> isNumbered ? Optional.of(new NumberedDraft(each, Integer.parseInt(name.substring(hash + 1))))
				: Optional.of((NamedDraft) each));
	}

	/** @return the signal at the end of a way */
	static SignalDraft last(List<NamedDraft> way) {
		return way.getLast() instanceof NumberedDraft numbered ? (SignalDraft) numbered.repeated : (SignalDraft) way.getLast();
	}

	/** @return two ways behind each other */
	static List<NamedDraft> join(List<NamedDraft> one, List<NamedDraft> other) {
		List<NamedDraft> joined = new ArrayList<>(one);
		joined.addAll(other);
		return List.copyOf(joined);
	}
}
