package io.twinwright.generators.faaast;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.Wire;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Endpoint;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the submodels with a property for each signal, as it is on the wire, and the connections of these properties. */
final class OperationalData {
	private static final String SERVICE = "de.fraunhofer.iosb.ilt.faaast.service.";

	private final TwinModel twin;
	private final Set<String> withLogin;
	private final Set<String> leftOut;
	private final Map<Endpoint, Connection> connections = new LinkedHashMap<>();
	private final ArrayNode shells = JsonNodeFactory.instance.arrayNode();
	private final ArrayNode submodels = JsonNodeFactory.instance.arrayNode();

	/**
	 * @param withLogin gets the names of endpoints that ask for a login
	 * @param leftOut gets the names of endpoints without a connection
	 */
	OperationalData(TwinModel twin, Set<String> withLogin, Set<String> leftOut) {
		this.twin = twin;
		this.withLogin = withLogin;
		this.leftOut = leftOut;
	}

	Service build() {
		twin.roots().forEach(root -> root.all().forEach(this::add));
		ObjectNode model = JsonNodeFactory.instance.objectNode();
		model.set("assetAdministrationShells", shells);
		model.set("submodels", submodels);
		ObjectNode config = JsonNodeFactory.instance.objectNode();
		config.putArray("endpoints").addObject().put("@class", SERVICE + "endpoint.http.HttpEndpoint").put("port", 8080)
				.put("sslEnabled", true);
		config.putObject("persistence").put("@class", SERVICE + "persistence.memory.PersistenceInMemory");
		config.putObject("fileStorage").put("@class", SERVICE + "filestorage.memory.FileStorageInMemory");
		config.putObject("messageBus").put("@class", SERVICE + "messagebus.internal.MessageBusInternal");
		ArrayNode all = config.putArray("assetConnections");
		connections.values().forEach(connection -> all.add(connection.config()));
		return new Service(config, model);
	}

	private void add(Position position) {
		List<Attachment> attached = attached(position);
		if (attached.isEmpty()) {
			return;
		}
		String urn = Addresses.urn(position.qualifiedName());
		String submodel = urn + ":operational-data";
		Set<String> idShorts = new HashSet<>();
		ArrayNode elements = JsonNodeFactory.instance.arrayNode();
		for (Attachment each : attached) {
			String idShort = idShort(each.point().name());
			while (!idShorts.add(idShort)) {
				idShort += "_";
			}
			elements.add(property(idShort, each.point()));
			connections.computeIfAbsent(each.endpoint(), this::connection).add(
					"[ModelRef](Submodel)" + submodel + ", (Property)" + idShort, each.point(), Addresses.of(twin, each.point()));
		}
		submodels.addObject().put("modelType", "Submodel").put("id", submodel).put("idShort", "OperationalData")
				.set("submodelElements", elements);
		ObjectNode shell = shells.addObject().put("modelType", "AssetAdministrationShell").put("id", urn + ":aas")
				.put("idShort", idShort(position.path()));
		shell.putObject("assetInformation").put("assetKind", "Instance").put("globalAssetId", urn);
		shell.putArray("submodels").addObject().put("type", "ModelReference").putArray("keys").addObject().put("type", "Submodel")
				.put("value", submodel);
	}

	private Connection connection(Endpoint endpoint) {
		Connection connection = new Connection(endpoint);
		if (connection.hasLogin()) {
			withLogin.add(TwinModel.qualifiedName(endpoint));
		}
		return connection;
	}

	private List<Attachment> attached(Position position) {
		List<Attachment> attached = new ArrayList<>();
		for (Point point : position.points()) {
			if (!point.signal().isPrivate() && isScalar(point.signal().getType())) {
				twin.attachment(point).filter(Attachment::isRead).ifPresent(attachment -> {
					if (Addresses.isOpcUa(attachment.endpoint()) && Addresses.node(attachment.binding()).isPresent()) {
						attached.add(attachment);
					} else {
						leftOut.add(TwinModel.qualifiedName(attachment.endpoint()));
					}
				});
			}
		}
		return attached;
	}

	/** A place is an array of two numbers. */
	private static boolean isScalar(ValueType type) {
		return !(type instanceof PrimitiveType primitive && primitive.getPrimitive() == Primitive.GEOPOINT);
	}

	private ObjectNode property(String idShort, Point point) {
		Wire wire = Wire.of(twin, point);
		ObjectNode property = JsonNodeFactory.instance.objectNode().put("modelType", "Property").put("idShort", idShort)
				.put("valueType", valueType(point.signal().getType(), wire));
		if (wire.rawUnit() != null) {
			property.putArray("qualifiers").addObject().put("kind", "ConceptQualifier").put("type", "unit").put("valueType", "xs:string")
					.put("value", wire.rawUnit().code());
		}
		return property;
	}

	/** A state is on the wire as its number; a raw value with a scale need not be whole. */
	private static String valueType(ValueType type, Wire wire) {
		return switch (type) {
			case EnumerationType states -> "xs:int";
			case PrimitiveType primitive -> switch (primitive.getPrimitive()) {
				case INTEGER -> wire.isPlain() ? "xs:long" : "xs:double";
				case COUNTER -> wire.isPlain() && primitive.getUnit() == null ? "xs:unsignedInt" : "xs:double";
				case BOOLEAN -> "xs:boolean";
				case TIMESTAMP -> "xs:dateTime";
				case STRING -> "xs:string";
				case REAL, MONEY, GEOPOINT -> "xs:double";
			};
			case null, default -> "xs:double";
		};
	}

	/** Letters, digits and underscores with a letter first (AASd-002); other letters stand as their numbers. */
	private static String idShort(String name) {
		StringBuilder idShort = new StringBuilder();
		name.codePoints().forEach(point -> {
			if (point < 0x80) {
				idShort.append(Character.isLetterOrDigit(point) ? (char) point : '_');
			} else {
				idShort.append('u').append(Integer.toHexString(point));
			}
		});
		return Character.isLetter(idShort.charAt(0)) ? idShort.toString() : "id_" + idShort;
	}
}
