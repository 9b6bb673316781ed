package io.twinwright.tests.product;

import io.twinwright.tests.product.ClassFile.Member;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The classes of SWT for one platform, to find what others call. */
final class SwtClasses {
	private static final String FOLDER = "org/eclipse/swt/";

	private final Map<String, ClassFile> classes = new HashMap<>();

	static boolean isOfSwt(String name) {
		return name.startsWith(FOLDER);
	}

	void add(ClassFile file) {
		if (isOfSwt(file.name())) {
			classes.put(file.name(), file);
		}
	}

	void addAll(SwtClasses others) {
		classes.putAll(others.classes);
	}

	/** @return whether a class or one above it has a member; what is above SWT is of Java, which has what is asked for */
	boolean have(Member called) {
		ClassFile owner = classes.get(called.owner());
		if (owner == null) {
			return isOfJava(called);
		}
		return owner.members().contains(called.signature())
				|| owner.parents().stream().anyMatch(parent -> have(new Member(parent, called.signature())));
	}

	private static boolean isOfJava(Member called) {
		return called.owner().equals("java/lang/Object") ? isOfObject(called) : called.owner().startsWith("java/");
	}

	/** @return whether every object has a member */
	static boolean isOfObject(Member called) {
		return Arrays.stream(Object.class.getDeclaredMethods()).anyMatch(method -> called.signature().startsWith(method.getName() + "("));
	}
}
