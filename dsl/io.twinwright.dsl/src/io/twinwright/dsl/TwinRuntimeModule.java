package io.twinwright.dsl;

import com.google.inject.Binder;
import com.google.inject.name.Names;
import io.twinwright.dsl.conversion.TwinValueConverters;
import io.twinwright.dsl.messages.LinkingMessages;
import io.twinwright.dsl.messages.SyntaxMessages;
import io.twinwright.dsl.naming.TwinNames;
import io.twinwright.dsl.parser.BoundedParser;
import io.twinwright.dsl.resource.NameFragments;
import io.twinwright.dsl.resource.ResourceCache;
import io.twinwright.dsl.resource.TwinDescriptions;
import io.twinwright.dsl.resource.TwinResource;
import io.twinwright.dsl.validation.BoundedValidator;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.resource.IFragmentProvider;
import org.eclipse.xtext.resource.IDefaultResourceDescriptionStrategy;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.util.OnChangeEvictingCache;
import org.eclipse.xtext.validation.CompositeEValidator;
import org.eclipse.xtext.validation.IResourceValidator;

/** What the language does in its own way. */
public class TwinRuntimeModule extends AbstractTwinRuntimeModule {
	@Override
	public void configure(Binder binder) {
		super.configure(binder);
		ResourceCache cache = new ResourceCache();
		binder.bind(IResourceScopeCache.class).toInstance(cache);
		binder.bind(OnChangeEvictingCache.class).toInstance(cache);
		// the rules and the parser say all that EMF would say about features of the metamodel
		binder.bind(Boolean.TYPE).annotatedWith(Names.named(CompositeEValidator.USE_EOBJECT_VALIDATOR)).toInstance(false);
	}

	@Override
	public Class<? extends IValueConverterService> bindIValueConverterService() {
		return TwinValueConverters.class;
	}

	@Override
	public Class<? extends IQualifiedNameProvider> bindIQualifiedNameProvider() {
		return TwinNames.class;
	}

	@Override
	public Class<? extends IParser> bindIParser() {
		return BoundedParser.class;
	}

	public Class<? extends IDefaultResourceDescriptionStrategy> bindIDefaultResourceDescriptionStrategy() {
		return TwinDescriptions.class;
	}

	@Override
	public Class<? extends XtextResource> bindXtextResource() {
		return TwinResource.class;
	}

	public Class<? extends IResourceValidator> bindIResourceValidator() {
		return BoundedValidator.class;
	}

	public Class<? extends IFragmentProvider> bindIFragmentProvider() {
		return NameFragments.class;
	}

	public Class<? extends ILinkingDiagnosticMessageProvider.Extended> bindILinkingDiagnosticMessageProvider() {
		return LinkingMessages.class;
	}

	public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
		return SyntaxMessages.class;
	}
}
