package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.digitaltwin.aas4j.v3.model.Entity;
import org.eclipse.digitaltwin.aas4j.v3.model.EntityType;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.RelationshipElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.junit.jupiter.api.Test;

/** Which parts are assets of their own. */
class BillOfMaterialTest extends OnMixers {
	@Test
	void positionsAreSelfManagedForTheyHaveShells() {
		Shell cell = shell("n.C1");
		Entity filled = (Entity) cell.find("bill-of-material", "EntryNode/base");
		assertEquals(EntityType.SELF_MANAGED_ENTITY, filled.getEntityType());
		assertEquals("https://n.example/m1", filled.getGlobalAssetId());
		Entity empty = (Entity) cell.find("bill-of-material", "EntryNode/mixer_2");
		assertEquals(EntityType.SELF_MANAGED_ENTITY, empty.getEntityType());
		assertEquals(shell("n.C1.mixer#2").aas().getAssetInformation().getGlobalAssetId(), empty.getGlobalAssetId());
		Entity ofType = (Entity) shell("n.Cell").find("bill-of-material", "EntryNode/mixer");
		assertEquals(EntityType.CO_MANAGED_ENTITY, ofType.getEntityType());
		assertNull(ofType.getGlobalAssetId(), "AASd-014: a co-managed entity has no asset id");
		assertEquals("OneDown", cell.value("bill-of-material", "ArcheType"));
		assertEquals("2", shell("n.Cell").value("bill-of-material", "EntryNode/mixer/BulkCount"));
		assertFalse(shell("n.M1").has("bill-of-material"));
	}

	@Test
	void everySelfManagedEntityHasAShell() throws IOException {
		for (Path example : Twins.examples()) {
			Environment all = Twins.map(new Twins().load(example)).environment();
			Set<String> assets = all.getAssetAdministrationShells().stream()
					.map(each -> each.getAssetInformation().getGlobalAssetId()).collect(Collectors.toSet());
			Set<String> entities = all.getSubmodels().stream().flatMap(each -> selfManaged(each.getSubmodelElements()))
					.map(Entity::getGlobalAssetId).collect(Collectors.toCollection(HashSet::new));
			assertTrue(assets.containsAll(entities), () -> {
				entities.removeAll(assets);
				return example + ": no shell of " + entities;
			});
		}
	}

	private static Stream<Entity> selfManaged(List<SubmodelElement> elements) {
		return elements.stream().filter(Entity.class::isInstance).map(Entity.class::cast).flatMap(entity -> Stream.concat(
				Stream.of(entity).filter(each -> each.getEntityType() == EntityType.SELF_MANAGED_ENTITY),
				selfManaged(entity.getStatements())));
	}

	@Test
	void sameAsLeadsToTheEntryNodeOfTheSameAsset() throws IOException {
		environment = Twins.map(new Twins().parse(folder, """
				namespace n
				type Wheel { }
				type Car { part wheel : Wheel }
				asset R1 : Car
				asset F1 { part filled : Car uses R1 part empty : Car part other : Wheel uses W1 { part cover : Wheel } }
				asset W1 : Wheel
				""")).environment();
		Shell fleet = shell("n.F1");
		for (String part : List.of("filled", "empty")) {
			Entity node = (Entity) fleet.find("bill-of-material", "EntryNode/" + part);
			RelationshipElement same = (RelationshipElement) fleet.find("bill-of-material", "EntryNode/" + part + "/SameAs");
			String submodel = same.getSecond().getKeys().getFirst().getValue();
			Entity entry = (Entity) environment.getSubmodels().stream().filter(each -> each.getId().equals(submodel)).findFirst()
					.orElseThrow().getSubmodelElements().getFirst();
			assertEquals(node.getGlobalAssetId(), entry.getGlobalAssetId());
		}
		assertNull(fleet.find("bill-of-material", "EntryNode/other/SameAs"), "the wheel has no parts, its place has one");
	}
}
