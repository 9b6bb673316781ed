package io.twinwright.dsl.ide.edit;

import com.google.inject.Inject;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.conversion.TwinValueConverters;
import io.twinwright.dsl.ide.rename.NewName;
import io.twinwright.dsl.ide.rename.RenameRefused;
import io.twinwright.dsl.ide.rename.RenameRefused.Answer;
import io.twinwright.model.Declaration;
import io.twinwright.model.NamedElement;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScopeProvider;

/** How names stand in a text. */
final class Spelling {
	@Inject
	private TwinValueConverters converters;
	@Inject
	private IScopeProvider scopes;
	@Inject
	private NewName names;

	/** @return a name as it must stand in a text */
	String name(String name) {
		return converters.name().toString(name);
	}

	/**
	 * @param wanted the name that the user chose, null or blank for none
	 * @param usual the name that it gets then, with a number where that is taken
	 * @param taken the names that it cannot have; it is one of them then
	 * @param where what says so
	 * @return the name of something new
	 */
	String fresh(String wanted, String usual, Set<String> taken, String where) throws Refusal {
		if (wanted == null || wanted.isBlank()) {
			return free(usual, taken);
		}
		Answer<String> name = RenameRefused.caught(() -> names.checked(wanted));
		if (name.refusal() != null) {
			throw new Refusal(name.refusal().getMessage());
		}
		if (!taken.add(name.value())) {
			throw new Refusal("'%s' has a '%s' already. Choose another name.".formatted(where, name.value()));
		}
		return name.value();
	}

	/** @return the name, with the next free number where it is taken; it is taken then */
	static String free(String name, Set<String> taken) {
		String free = taken.contains(name) ? next(name, taken) : name;
		taken.add(free);
		return free;
	}

	/** @return the name with the next free number at its end */
	static String next(String name, Set<String> taken) {
		String stem = name.replaceFirst("\\d{1,8}$", "");
		int number = stem.length() == name.length() || stem.isEmpty() ? 1 : Integer.parseInt(name.substring(stem.length()));
		String next;
		do {
			next = stem + ++number;
		} while (taken.contains(next));
		return next;
	}

	/** @return the shortest name of an element by which another one can refer to it */
	String reference(EObject from, EReference reference, NamedElement target) {
		if (!(target instanceof Declaration)) {
			return name(target.getName());
		}
		IEObjectDescription found = scopes.getScope(from, reference).getSingleElement(QualifiedName.create(target.getName()));
		return found != null && EcoreUtil.resolve(found.getEObjectOrProxy(), from) == target ? name(target.getName())
				: converters.qualifiedName().toString(TwinModel.qualifiedName(target));
	}

	/** @return the elements to which one may refer, by the names that it can use */
	Iterable<IEObjectDescription> all(EObject from, EReference reference) {
		return scopes.getScope(from, reference).getAllElements();
	}

	/** @return a qualified name as it must stand in a text */
	String qualified(QualifiedName name) {
		return converters.qualifiedName().toString(name.toString());
	}
}
