package io.twinwright.dsl.ide.rename;

import com.google.inject.Inject;
import io.twinwright.dsl.ide.navigation.Uses.Use;
import io.twinwright.model.NamedElement;
import java.util.List;

/** Says whether an element may get another name. */
public final class NameCheck {
	@Inject
	private NewName names;
	@Inject
	private NameClash clashes;

	/**
	 * @param wanted the new name, with or without a caret before it
	 * @return the name, without a caret
	 * @throws RenameRefused if it is no name, or taken where the element is declared or used
	 */
	public String checked(NamedElement element, String wanted) throws RenameRefused {
		String name = names.checked(wanted);
		if (!name.equals(element.getName())) {
			clashes.check(element, name, List.<Use>of());
		}
		return name;
	}
}
