package io.twinwright.sirius;

import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.translation.Translation;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;

/** What the viewpoint asks of the findings of the checker: those about an element itself. */
public final class FindingServices {
	private FindingServices() {
	}

	/** @return whether the checker has nothing of a severity to say of an element */
	public static boolean isSound(EObject self, String severity) {
		return issues(self, severity).isEmpty();
	}

	/** @return whether the checker has something of a severity to say of an element */
	public static boolean isFaulty(EObject self, String severity) {
		return !isSound(self, severity);
	}

	/** @return what the checker says of an element, a sentence with its code a line */
	public static String findings(EObject self, String severity) {
		return issues(self, severity).stream().map(issue -> issue.getCode() + " " + Translation.here().of(issue.getMessage()))
				.collect(Collectors.joining("\n"));
	}

	/** @return whether the text of an element's file was understood; else the diagram shows only what was, and cannot be edited */
	public static boolean isUnderstood(EObject self) {
		return !(self.eResource() instanceof XtextResource file) || file.getParseResult() == null || !file.getParseResult().hasSyntaxErrors();
	}

	/** @return the subject of a diagram whose text was not understood, to be marked; else nothing */
	public static List<EObject> unread(EObject self) {
		return isUnderstood(self) ? List.of() : List.of(self);
	}

	/** @return what is said on a diagram whose text was not understood */
	public static String notUnderstood(EObject self) {
		return isUnderstood(self) ? "" : Translation.here().of(EditServices.UNPARSED.formatted(self.eResource().getURI().lastSegment()));
	}

	private static List<Issue> issues(EObject self, String severity) {
		return self.eResource() == null ? List.of() : Drawings.of(self).findings(self, Severity.valueOf(severity));
	}
}
