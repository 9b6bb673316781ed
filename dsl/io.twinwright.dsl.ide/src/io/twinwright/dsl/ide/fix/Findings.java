package io.twinwright.dsl.ide.fix;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;

/** What the checker said last about a file, kept with the text that it said it about. */
public final class Findings extends AdapterImpl {
	private final List<Issue> issues;
	private final INode text;

	private Findings(List<Issue> issues, INode text) {
		this.issues = issues;
		this.text = text;
	}

	/** Keeps what the checker said about the text that the file has now. */
	public static void keep(XtextResource file, List<Issue> issues) {
		file.eAdapters().removeIf(Findings.class::isInstance);
		file.eAdapters().add(new Findings(List.copyOf(issues), file.getParseResult().getRootNode()));
	}

	/** @return what was kept; empty if the text has changed since */
	public static Optional<List<Issue>> of(XtextResource file) {
		for (Adapter adapter : file.eAdapters()) {
			if (adapter instanceof Findings findings && findings.text == file.getParseResult().getRootNode()) {
				return Optional.of(findings.issues);
			}
		}
		return Optional.empty();
	}
}
