package io.twinwright.dsl.project;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.model.Declaration;
import io.twinwright.model.Element;
import io.twinwright.model.Step;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.XtextResource;

/** The findings of a project by the elements in which they are: the nearest element of braces, step or declaration. */
public final class ElementFindings implements Function<EObject, List<Diagnostic>> {
	private final Map<EObject, List<Diagnostic>> findings = new HashMap<>();

	public ElementFindings(Project project, Collection<Diagnostic> found) {
		this(project.files(), found);
	}

	/** @param among the files in which findings are looked for */
	public ElementFindings(Collection<XtextResource> among, Collection<Diagnostic> found) {
		Map<URI, XtextResource> files = new HashMap<>();
		among.forEach(file -> files.put(URI.create(file.getURI().toString()), file));
		for (Diagnostic finding : found) {
			EObject element = finding.location() == null ? null : element(files.get(finding.location().file()), finding.location().offset());
			if (element != null) {
				findings.computeIfAbsent(element, key -> new ArrayList<>()).add(finding);
			}
		}
	}

	private static EObject element(XtextResource file, int offset) {
		IParseResult parsed = file == null ? null : file.getParseResult();
		ILeafNode leaf = parsed == null ? null : NodeModelUtils.findLeafNodeAtOffset(parsed.getRootNode(), offset);
		EObject element = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
		while (element != null && !(element instanceof Element || element instanceof Step || element instanceof Declaration)) {
			element = element.eContainer();
		}
		return element;
	}

	/** @return the findings in an element itself, not those in what it contains, in the order of the checker */
	@Override
	public List<Diagnostic> apply(EObject element) {
		return findings.getOrDefault(element, List.of());
	}
}
