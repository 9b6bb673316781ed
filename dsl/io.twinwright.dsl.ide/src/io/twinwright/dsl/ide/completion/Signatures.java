package io.twinwright.dsl.ide.completion;

import com.google.inject.Inject;
import io.twinwright.core.structure.Members;
import io.twinwright.dsl.ide.text.Headers;
import io.twinwright.dsl.project.Comments;
import io.twinwright.model.Parameter;
import io.twinwright.model.Parametrized;
import io.twinwright.model.TwinPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Tuple;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.signatureHelp.ISignatureHelpService;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.util.CancelIndicator;

/** Shows the parameters of a function, capability, medium or product while its arguments are written. */
public final class Signatures implements ISignatureHelpService {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;
	private static final List<EReference> CALLED = List.of(TWIN.getCall_Function(), TWIN.getProvision_Capability(),
			TWIN.getPort_Medium(), TWIN.getOrder_Product(), TWIN.getSize_Footprint());

	@Inject
	private IScopeProvider scopes;
	@Inject
	private IQualifiedNameConverter names;

	@Override
	public SignatureHelp getSignatureHelp(Document document, XtextResource file, SignatureHelpParams parameters,
			CancelIndicator cancel) {
		return OpenCall.at(document.getContents(), document.getOffSet(parameters.getPosition()))
				.flatMap(call -> called(call, file).map(element -> help(element, call))).orElse(null);
	}

	private Optional<Parametrized> called(OpenCall call, XtextResource file) {
		if (file.getContents().isEmpty()) {
			return Optional.empty();
		}
		EObject root = file.getContents().getFirst();
		for (EReference reference : CALLED) {
			IEObjectDescription found = scopes.getScope(root, reference).getSingleElement(names.toQualifiedName(call.name()));
			if (found != null && found.getEObjectOrProxy() instanceof Parametrized element && !element.eIsProxy()) {
				return Optional.of(element);
			}
		}
		return Optional.empty();
	}

	private static SignatureHelp help(Parametrized element, OpenCall call) {
		List<Parameter> parameters = Members.parameters(element);
		List<ParameterInformation> informations = new ArrayList<>();
		StringBuilder label = new StringBuilder(Headers.name(element)).append('(');
		for (Parameter parameter : parameters) {
			label.append(informations.isEmpty() ? "" : ", ");
			int start = label.length();
			label.append(Headers.parameter(parameter));
			ParameterInformation information = new ParameterInformation();
			information.setLabel(Tuple.two(start, label.length()));
			Comments.of(parameter).ifPresent(text -> information.setDocumentation(markdown(text)));
			informations.add(information);
		}
		SignatureInformation signature = new SignatureInformation(label.append(')').toString());
		signature.setParameters(informations);
		Comments.of(element).ifPresent(text -> signature.setDocumentation(markdown(text)));
		int active = active(parameters, call);
		return new SignatureHelp(List.of(signature), 0, informations.isEmpty() ? null : active);
	}

	private static MarkupContent markdown(String text) {
		return new MarkupContent(MarkupKind.MARKDOWN, text);
	}

	private static int active(List<Parameter> parameters, OpenCall call) {
		for (int i = 0; i < parameters.size(); i++) {
			if (call.named().equals(parameters.get(i).getName())) {
				return i;
			}
		}
		return call.index();
	}
}
