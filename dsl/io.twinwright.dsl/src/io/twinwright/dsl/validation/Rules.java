package io.twinwright.dsl.validation;

import com.google.inject.Inject;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.project.Projects;
import java.util.List;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.AbstractDeclarativeValidator;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.EValidatorRegistrar;

/**
 * The base of the rules of one concern. Each rule is a method with {@code @Check}, named for the state that it demands.
 * A rule never edits the model, does input or output, or throws; one that fails becomes a finding.
 */
abstract class Rules extends AbstractDeclarativeValidator {
	@Inject
	private Projects projects;

	@Override
	public void register(EValidatorRegistrar registrar) {
		// composed into the validator of the language
	}

	/**
	 * For rules of the kind {@code @Check(CheckType.NORMAL)}: others are checked at each keystroke, of one file alone.
	 *
	 * @return what the files of the project say together; the same view for all rules until a file changes
	 */
	protected TwinModel twin(EObject context) {
		if (getCurrentMethod().getAnnotation(Check.class).value() == CheckType.FAST) {
			throw new IllegalStateException("it looks at all files, but says that it does not");
		}
		return (TwinModel) getContext().computeIfAbsent(TwinModel.class, key -> projects.of(context.eResource()));
	}

	/** @return what was computed from all files together; the same for all rules until a file changes */
	protected Facts facts(EObject context) {
		return Facts.of(twin(context), context);
	}

	protected void report(Rule rule, String message, EObject element, EStructuralFeature feature) {
		report(rule, message, element, feature, INSIGNIFICANT_INDEX, List.of());
	}

	protected void report(Rule rule, String message, EObject element, EStructuralFeature feature, List<Fix> fixes) {
		report(rule, message, element, feature, INSIGNIFICANT_INDEX, fixes);
	}

	/**
	 * Reports a finding at the value of a feature of an element.
	 *
	 * @param feature null for the whole element
	 * @param index which value of a feature with many, or {@link #INSIGNIFICANT_INDEX}
	 */
	protected void report(Rule rule, String message, EObject element, EStructuralFeature feature, int index,
			List<Fix> fixes) {
		String[] data = Fix.pack(fixes);
		if (rule.severity() == Severity.ERROR) {
			error(message, element, feature, index, rule.code(), data);
		} else if (rule.severity() == Severity.WARNING) {
			warning(message, element, feature, index, rule.code(), data);
		} else {
			info(message, element, feature, index, rule.code(), data);
		}
	}

	@Override
	protected void handleExceptionDuringValidation(Throwable failure) {
		if (failure instanceof Error error && !(failure instanceof StackOverflowError)) {
			throw error;
		}
		if (failure instanceof OperationCanceledException canceled) {
			throw canceled;
		}
		report(Rule.RULE_FAILED, "The rule '%s' could not be checked here (%s). Please report this together with the text."
				.formatted(getCurrentMethod().getName(), failure), getCurrentObject(), null);
	}
}
