package io.twinwright.generators;

import io.twinwright.generators.aas.AasForm;
import io.twinwright.generators.mtp.Edition;
import java.util.EnumSet;
import java.util.Set;

/**
 * What can be chosen of the files that targets write.
 *
 * @param shells the forms of Asset Administration Shells, at least one
 * @param packages the edition of module type packages
 */
public record Options(Set<AasForm> shells, Edition packages) {
	/** All forms of shells, and the newest edition of packages. */
	public static final Options USUAL = new Options(EnumSet.allOf(AasForm.class), Edition.OF_2022);

	public Options {
		shells = Set.copyOf(shells);
	}
}
