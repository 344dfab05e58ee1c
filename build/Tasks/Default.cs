using Build.Help;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Lists the targets, each with an example to copy.")]
[Example("./build.sh")]
public sealed class Default(TargetList list) : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => list.Show();
}
