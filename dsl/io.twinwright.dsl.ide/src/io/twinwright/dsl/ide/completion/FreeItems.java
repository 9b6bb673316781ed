package io.twinwright.dsl.ide.completion;

import com.google.inject.Inject;
import io.twinwright.core.binding.EndpointEntry;
import io.twinwright.core.binding.Protocol;
import io.twinwright.core.business.Actions;
import io.twinwright.core.structure.EntryNames;
import io.twinwright.dsl.ide.completion.Items.Rank;
import io.twinwright.dsl.naming.TwinNames;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Entry;
import io.twinwright.model.EntryHolder;
import io.twinwright.model.Identity;
import io.twinwright.model.Party;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsProvider;

/** Names that refer to nothing in a text but are known: entries, their words, actions, namespaces. */
final class FreeItems {
	@Inject
	private ResourceDescriptionsProvider descriptions;

	/** Adds the keys of entries that are not given yet. */
	void addKeys(EObject owner, Items items) {
		EObject holder = owner instanceof Entry ? owner.eContainer() : owner;
		Set<String> given = holder instanceof EntryHolder entries
				? entries.getEntries().stream().map(Entry::getKey).collect(Collectors.toSet()) : Set.of();
		keys(holder).stream().filter(key -> !given.contains(key)).forEach(key -> items.add(Rank.NEAR, key, key,
				CompletionItemKind.Property));
	}

	private static List<String> keys(EObject holder) {
		return switch (holder) {
			case Identity identity -> Stream.concat(EntryNames.NAMEPLATE.stream(), EntryNames.CARBON_FOOTPRINT.stream()).toList();
			case Party party -> EntryNames.PARTY;
			case Endpoint endpoint -> protocol(endpoint).map(EndpointEntry::keys)
					.orElseGet(() -> List.of(EndpointEntry.values()).stream().map(EndpointEntry::key).toList());
			case null, default -> List.of();
		};
	}

	private static Optional<Protocol> protocol(Endpoint endpoint) {
		return endpoint.getEntries().stream().filter(entry -> EndpointEntry.URL.key().equals(entry.getKey()))
				.map(Entry::getText).filter(text -> text != null && text.contains(":"))
				.flatMap(text -> Protocol.of(text.substring(0, text.indexOf(':'))).stream()).findFirst();
	}

	/** Adds the words that an entry can have as value. */
	void addWords(EObject owner, Items items) {
		if (owner instanceof Entry entry && entry.eContainer() instanceof Endpoint && entry.getKey() != null) {
			EndpointEntry.of(entry.getKey()).map(EndpointEntry::words).orElse(List.of())
					.forEach(word -> items.add(Rank.NEAR, word, word, CompletionItemKind.EnumMember));
		}
	}

	/** Adds the actions of ODRL. */
	void addActions(Items items) {
		Actions.all().forEach(action -> items.add(Rank.NEAR, action, action, CompletionItemKind.Function));
	}

	/** Adds the namespaces of the project, to be imported as a whole, and their declarations. */
	void addImports(EObject owner, Items items) {
		Set<String> namespaces = new TreeSet<>();
		Set<String> declarations = new TreeSet<>();
		QualifiedName own = owner.eResource().getContents().getFirst() instanceof io.twinwright.model.Model model
				? TwinNames.namespace(model) : null;
		for (IEObjectDescription description : descriptions.getResourceDescriptions(owner.eResource()).getExportedObjects()) {
			QualifiedName outer = description.getQualifiedName().skipLast(1);
			if (!outer.equals(own) && !outer.isEmpty()) {
				namespaces.add(outer + ".*");
				declarations.add(description.getQualifiedName().toString());
			}
		}
		namespaces.forEach(name -> items.add(Rank.NEAR, name, name, CompletionItemKind.Module));
		declarations.forEach(name -> items.add(Rank.PROJECT, name, name, CompletionItemKind.Reference));
	}
}
