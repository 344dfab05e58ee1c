using Cake.Core;

namespace Cake.Frosting;

/// <summary>The context that tasks are given; a build's own context derives from it.</summary>
/// <param name="context">The Cake context whose members this one passes on.</param>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
