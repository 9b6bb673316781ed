package io.twinwright.generators.edc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.Addresses;
import io.twinwright.core.business.Agreements;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Presentation;
import io.twinwright.model.Offer;
import io.twinwright.model.Party;
import io.twinwright.model.Price;
import io.twinwright.model.Role;
import io.twinwright.model.Signal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The four files of an offer: what a connector takes by its management API (v3), and the entry of its catalogue. */
final class OfferFiles {
	private final Offer offer;
	private final ObjectNode odrl;
	private final Presentation presentation;
	private final String id;

	OfferFiles(Offer offer, Rules rules, Presentation presentation) {
		this.offer = offer;
		this.odrl = rules.odrl();
		this.presentation = presentation;
		this.id = Addresses.urn(TwinModel.qualifiedName(offer));
	}

	/** @param folder with a slash at its end */
	List<JsonFile> in(String folder) {
		return List.of(new JsonFile(folder + "asset.json", asset()), new JsonFile(folder + "policy-definition.json", policy()),
				new JsonFile(folder + "contract-definition.json", contract()), new JsonFile(folder + "dataset.json", dataset()));
	}

	/** What is shared; a data plane finds in the address which values it has to serve. */
	private ObjectNode asset() {
		ObjectNode asset = management("Asset", id);
		ObjectNode properties = asset.putObject("properties");
		properties.put("name", offer.getLabel() == null ? offer.getName() : offer.getLabel());
		presentation.comments().apply(offer).ifPresent(comment -> properties.put("description", comment));
		properties.put("contenttype", "application/json");
		Party provider = Agreements.party(offer.getClauses(), Role.PROVIDER);
		if (provider != null) {
			properties.put("provider", Rules.ids(provider).findFirst().orElseThrow());
		}
		offer.getItems().stream().filter(Price.class::isInstance).map(presentation.wording()).filter(price -> !price.isEmpty())
				.forEach(price -> properties.withArray("price").add(price.replaceFirst("^price ", "")));
		ObjectNode address = asset.putObject("dataAddress");
		address.put("@type", "DataAddress").put("type", "TwinShare").put("offer", id);
		offer.getItems().stream().filter(Signal.class::isInstance).map(Signal.class::cast)
				.forEach(share -> address.put("share." + share.getName(), words(share)));
		return asset;
	}

	private String words(Signal share) {
		return Stream.concat(Stream.of(share.getValue()), share.getClauses().stream()).map(presentation.wording()).filter(text -> !text.isEmpty())
				.collect(Collectors.joining(" "));
	}

	private ObjectNode policy() {
		ObjectNode definition = management("PolicyDefinition", id + ":policy");
		ObjectNode policy = definition.putObject("policy");
		policy.put("@context", Vocabulary.ODRL_CONTEXT).put("@type", "Set");
		policy.setAll(odrl);
		return definition;
	}

	/** Who may not have it does not see it either: the policy is that of access and of the contract. */
	private ObjectNode contract() {
		ObjectNode definition = management("ContractDefinition", id + ":contract");
		definition.put("accessPolicyId", id + ":policy").put("contractPolicyId", id + ":policy");
		definition.putArray("assetsSelector").addObject().put("@type", "Criterion").put("operandLeft", Vocabulary.EDC + "id")
				.put("operator", "=").put("operandRight", id);
		return definition;
	}

	/** The entry by the Dataspace Protocol 2025-1, for a catalogue that another program serves. */
	private ObjectNode dataset() {
		ObjectNode dataset = JsonNodeFactory.instance.objectNode();
		dataset.putArray("@context").add(Vocabulary.DSP_CONTEXT);
		dataset.put("@id", id).put("@type", "Dataset");
		dataset.put("dct:title", offer.getLabel() == null ? offer.getName() : offer.getLabel());
		presentation.comments().apply(offer).ifPresent(comment -> dataset.put("dct:description", comment));
		ObjectNode policy = dataset.putArray("hasPolicy").addObject();
		policy.put("@id", id + ":policy").put("@type", "Offer");
		policy.setAll(odrl);
		dataset.putArray("distribution").addObject().put("@type", "Distribution").put("format", "HttpData-PULL").put("accessService", id + ":service");
		return dataset;
	}

	private static ObjectNode management(String type, String id) {
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		object.putObject("@context").put("@vocab", Vocabulary.EDC);
		return object.put("@type", type).put("@id", id);
	}
}
