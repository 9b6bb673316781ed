package io.twinwright.dsl.validation;

import io.twinwright.core.rules.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;

/**
 * Gives the first findings of a file, errors before others, and says how many more there are. Of a part of the rules it gives
 * all findings, for whoever puts them together.
 */
public class BoundedValidator extends ResourceValidatorImpl {
	/** How many findings of one file are given. */
	public static final int MOST = 1000;

	@Override
	public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator indicator) {
		List<Issue> all = super.validate(resource, mode, indicator);
		return mode == CheckMode.ALL && all != null ? first(all) : all;
	}

	/** @return the first of all findings of a file */
	public static List<Issue> first(List<Issue> all) {
		if (all.size() <= MOST) {
			return all;
		}
		List<Issue> ordered = new ArrayList<>(all);
		ordered.sort(Comparator.comparing((Issue issue) -> issue.getSeverity() != Severity.ERROR)
				.thenComparing(Issue::getOffset, Comparator.nullsFirst(Comparator.naturalOrder())));
		List<Issue> first = new ArrayList<>(ordered.subList(0, MOST));
		first.add(more(ordered.get(MOST), all.size() - MOST));
		return first;
	}

	/** @return a finding where the first one would be that is left out */
	private static Issue more(Issue place, int count) {
		Issue.IssueImpl more = new Issue.IssueImpl();
		more.setSeverity(Severity.INFO);
		more.setCode(Rule.MORE_FINDINGS.code());
		more.setMessage(count == 1 ? "The file has one more finding. Mend these first."
				: "The file has %d more findings. Mend these first.".formatted(count));
		more.setType(place.getType());
		more.setUriToProblem(place.getUriToProblem());
		more.setOffset(place.getOffset());
		more.setLength(place.getLength());
		more.setLineNumber(place.getLineNumber());
		more.setLineNumberEnd(place.getLineNumberEnd());
		more.setColumn(place.getColumn());
		more.setColumnEnd(place.getColumnEnd());
		return more;
	}
}
